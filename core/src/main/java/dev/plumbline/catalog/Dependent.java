package dev.plumbline.catalog;

import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectName;
import java.util.Optional;

/**
 * Something that stands in the way when an object goes, as DROP without CASCADE refuses it.
 *
 * @param needed what it needs
 * @param kind the catalog's word for it, for example {@code trigger} or {@code table column}
 * @param identity how the catalog names it
 * @param object the object, or that of which it is a part; empty for what lies in no namespace,
 *     such as a cast
 * @param part the column, constraint, index, trigger or rule; the arguments of a routine
 */
public record Dependent(
    ObjectAddress needed,
    String kind,
    String identity,
    Optional<ObjectName> object,
    Optional<String> part) {}
