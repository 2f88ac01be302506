package dev.plumbline.prisma.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The preview features that generators name. The case of a letter does not matter to Prisma.
 *
 * @param enabled the features that are switched on, in lower case
 */
record PreviewFeatures(Set<String> enabled) {
  /** The features of Prisma 7 on Postgres that its messages list. */
  static final List<String> ACTIVE =
      List.of(
          "fullTextSearchPostgres",
          "nativeDistinct",
          "partialIndexes",
          "postgresqlExtensions",
          "relationJoins",
          "schemaEngineDriverAdapters",
          "shardKeys",
          "strictUndefinedChecks",
          "typedSql",
          "views");

  private static final List<String> HIDDEN = List.of("reactNative");

  // What Prisma 2 to 6 had and what has become part of Prisma, or has gone, since.
  private static final List<String> FINISHED =
      List.of(
          "aggregateApi",
          "atomicNumberOperations",
          "clientExtensions",
          "cockroachdb",
          "connectOrCreate",
          "createMany",
          "dataProxy",
          "deno",
          "distinct",
          "driverAdapters",
          "esm",
          "extendedIndexes",
          "extendedWhereUnique",
          "fieldReference",
          "filteredRelationCount",
          "filterJson",
          "fullTextIndex",
          "fullTextSearch",
          "groupBy",
          "improvedQueryRaw",
          "interactiveTransactions",
          "jsonProtocol",
          "metrics",
          "microsoftSqlServer",
          "middlewares",
          "mongoDb",
          "multiSchema",
          "namedConstraints",
          "nApi",
          "nativeTypes",
          "omitApi",
          "orderByAggregateGroup",
          "orderByNulls",
          "orderByRelation",
          "prismaSchemaFolder",
          "queryCompiler",
          "referentialActions",
          "referentialIntegrity",
          "selectRelationCount",
          "tracing",
          "transactionApi",
          "uncheckedScalarInputs");

  PreviewFeatures {
    enabled = Set.copyOf(enabled);
  }

  static boolean isActive(String feature) {
    return find(ACTIVE, feature).isPresent() || find(HIDDEN, feature).isPresent();
  }

  static boolean isFinished(String feature) {
    return find(FINISHED, feature).isPresent();
  }

  private static Optional<String> find(List<String> features, String feature) {
    return features.stream().filter(feature::equalsIgnoreCase).findFirst();
  }

  /** What to write to switch a feature on. */
  static Optional<String> howToEnable(String feature) {
    return Optional.of("Write `previewFeatures = [\"" + feature + "\"]` in the generator.");
  }

  boolean has(String feature) {
    return enabled.contains(feature.toLowerCase(Locale.ROOT));
  }
}
