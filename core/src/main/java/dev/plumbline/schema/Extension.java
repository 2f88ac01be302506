package dev.plumbline.schema;

import java.util.Optional;

/**
 * An extension.
 *
 * @param name its name
 * @param namespace where its objects live; empty when the schema leaves it open
 * @param version its version; empty when the schema leaves it open
 * @param comment the database comment, when it is not the extension's own
 */
public record Extension(
    String name, Optional<String> namespace, Optional<String> version, Optional<String> comment) {}
