package dev.plumbline.prisma.model;

import dev.plumbline.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * The {@code datasource} block.
 *
 * @param name its name, which is also the prefix of native types ({@code @db.Text})
 * @param url the connection string (Prisma 5 and 6)
 * @param directUrl the connection string that migrations use (Prisma 5 and 6)
 * @param shadowDatabaseUrl the connection string of the shadow database (Prisma 5 and 6)
 * @param schemas the namespaces listed in {@code schemas}; empty when the schema does not speak of
 *     namespaces
 * @param extensions the extensions listed, when the block has {@code extensions} at all
 * @param relationMode who keeps references intact
 * @param span the block
 */
public record Datasource(
    String name,
    Optional<ConfigValue> url,
    Optional<ConfigValue> directUrl,
    Optional<ConfigValue> shadowDatabaseUrl,
    List<String> schemas,
    Optional<List<ExtensionDeclaration>> extensions,
    RelationMode relationMode,
    Span span) {
  /** Copies the lists. */
  public Datasource {
    schemas = List.copyOf(schemas);
    extensions = extensions.map(List::copyOf);
  }

  /** A setting that may come from the environment. */
  public sealed interface ConfigValue {
    /**
     * A value that stands in the file.
     *
     * @param value the text
     */
    record Literal(String value) implements ConfigValue {}

    /**
     * {@code env("NAME")}.
     *
     * @param name the environment variable
     */
    record FromEnvironment(String name) implements ConfigValue {}
  }

  /** Who keeps references intact. */
  public enum RelationMode {
    /** Postgres does, by foreign keys. */
    FOREIGN_KEYS,
    /** Prisma Client does; there are no foreign keys. */
    PRISMA
  }

  /**
   * One entry of {@code extensions}.
   *
   * @param name Prisma's name, for example {@code uuid_ossp}
   * @param extensionName Postgres's name, for example {@code uuid-ossp}
   * @param namespace the namespace it is installed in, when said
   * @param version the version, when said
   * @param span the entry
   */
  public record ExtensionDeclaration(
      String name,
      String extensionName,
      Optional<String> namespace,
      Optional<String> version,
      Span span) {}
}
