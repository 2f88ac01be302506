package dev.plumbline.cli;

import dev.plumbline.live.ConnectionUrl;
import dev.plumbline.live.LiveDatabase;
import dev.plumbline.live.LiveException;
import dev.plumbline.migration.AppliedMigration;
import dev.plumbline.migration.MigrationStyle;
import dev.plumbline.prisma.model.Datasource;
import dev.plumbline.prisma.model.Datasource.ConfigValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which database is meant when nobody says: {@code --url}, else DATABASE_URL, else what the
 * schema's datasource or {@code prisma.config.ts} names.
 *
 * @param url where it is
 * @param whence who says so, for messages
 */
record DatabaseAddress(ConnectionUrl url, String whence) {
  private static final String USUAL_VARIABLE = "DATABASE_URL";
  private static final String VARIABLE_PREFIX = "env:";

  /**
   * Finds the database.
   *
   * @param option the value of {@code --url}
   * @param datasource that of the schema, asked when it counts
   * @param project what the project's files say
   * @param variables the environment, with {@code .env}
   */
  static DatabaseAddress find(
      Optional<String> option,
      Supplier<Optional<Datasource>> datasource,
      ProjectConfig project,
      Variables variables) {
    return option
        .map(text -> named(text, variables))
        .or(() -> variable(USUAL_VARIABLE, variables))
        .or(() -> ofDatasource(datasource.get(), variables))
        .or(() -> project.url().map(text -> parsed(text, "prisma.config.ts")))
        .or(() -> project.urlVariable().map(name -> required(name, "prisma.config.ts", variables)))
        .orElseThrow(() ->
            UserException.error(
                "no database is named",
                "Name it with --url postgresql://user:password@host:5432/database, or set"
                    + " DATABASE_URL."));
  }

  /** A connection string, or {@code env:NAME} for the variable that holds one. */
  static DatabaseAddress named(String text, Variables variables) {
    return text.startsWith(VARIABLE_PREFIX)
        ? required(text.substring(VARIABLE_PREFIX.length()), "the command line", variables)
        : parsed(text, "the command line");
  }

  /** The same database, with another namespace that goes without saying. */
  DatabaseAddress in(String namespace) {
    return new DatabaseAddress(url.withNamespace(namespace), whence);
  }

  /** What the database notes of its migrations; empty when it notes nothing in this style. */
  Optional<List<AppliedMigration>> history(MigrationStyle style, Variables variables) {
    try (LiveDatabase database = LiveDatabase.connect(url, variables.all())) {
      return database.history(style, url.namespace().orElse(SourceReader.DEFAULT_NAMESPACE));
    }
  }

  /** Whether a text is meant for {@link #named}. */
  static boolean isOne(String text) {
    return text.startsWith(VARIABLE_PREFIX) || ConnectionUrl.looksLikeOne(text);
  }

  // The direct one is for migrations and reading catalogs; the other may lead through a pooler.
  private static Optional<DatabaseAddress> ofDatasource(
      Optional<Datasource> datasource, Variables variables) {
    return datasource
        .flatMap(block -> block.directUrl().or(block::url))
        .map(value ->
            switch (value) {
              case ConfigValue.Literal literal -> parsed(literal.value(), "the datasource");
              case ConfigValue.FromEnvironment(String name) ->
                  required(name, "the datasource", variables);
            });
  }

  private static DatabaseAddress required(String name, String whence, Variables variables) {
    return variable(name, variables)
        .orElseThrow(() ->
            UserException.error(
                "the environment variable %s, which %s names, is not set".formatted(name, whence),
                "Set it, or name the database with --url."));
  }

  private static Optional<DatabaseAddress> variable(String name, Variables variables) {
    return variables.value(name).map(text -> parsed(text, name));
  }

  private static DatabaseAddress parsed(String text, String whence) {
    try {
      return new DatabaseAddress(ConnectionUrl.parse(text), whence);
    } catch (LiveException e) {
      throw UserException.error(whence + ": " + e.getMessage(), e.help().orElse("Correct it."));
    }
  }
}
