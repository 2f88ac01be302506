package dev.plumbline.schema;

/**
 * Something that exists in a managed namespace and that no other record describes: it is counted
 * and named, and never silently skipped.
 *
 * @param kind the catalog's word for it, for example {@code operator} or {@code text search
 *     configuration}
 * @param name its name
 */
public record UnmodelledObject(String kind, ObjectName name) {}
