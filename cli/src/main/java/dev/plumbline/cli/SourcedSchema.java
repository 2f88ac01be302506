package dev.plumbline.cli;

import dev.plumbline.catalog.CatalogReading;
import dev.plumbline.catalog.ServerVersion;
import dev.plumbline.diff.Renames;
import dev.plumbline.prisma.lower.LoweredSchema;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.Origins;
import java.util.Optional;

/**
 * A schema, and what is known of it from where it came.
 *
 * @param name where it came from, for people
 * @param schema the schema
 * @param origins the places in a text that its objects came from
 * @param renames what it says was renamed
 * @param server who told it, when it was read from a server
 * @param checksum that of the catalogs it was read from, when it was wanted
 */
record SourcedSchema(
    String name,
    DatabaseSchema schema,
    Origins origins,
    Renames renames,
    Optional<ServerVersion> server,
    Optional<String> checksum) {

  /** The same with other renames. */
  SourcedSchema with(Renames other) {
    return new SourcedSchema(name, schema, origins, other, server, checksum);
  }

  /** A schema that came from no text and no server. */
  static SourcedSchema plain(String name, DatabaseSchema schema) {
    return new SourcedSchema(
        name, schema, Origins.none(), Renames.none(), Optional.empty(), Optional.empty());
  }

  /** What a text says. */
  static SourcedSchema of(String name, LoweredSchema lowered) {
    return new SourcedSchema(
        name,
        lowered.schema(),
        lowered.origins(),
        lowered.renames(),
        Optional.empty(),
        Optional.empty());
  }

  /** What a server told. */
  static SourcedSchema of(String name, CatalogReading reading) {
    return new SourcedSchema(
        name,
        reading.schema(),
        Origins.none(),
        Renames.none(),
        Optional.of(reading.server()),
        reading.checksum());
  }

  /** The same source with another schema. */
  SourcedSchema with(DatabaseSchema other) {
    return new SourcedSchema(name, other, origins, renames, server, checksum);
  }
}
