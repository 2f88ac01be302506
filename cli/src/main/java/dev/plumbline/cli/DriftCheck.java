package dev.plumbline.cli;

import dev.plumbline.catalog.ServerVersion;
import dev.plumbline.cli.ReportAssembly.SqlChoice;
import dev.plumbline.diff.DriftEntry;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.report.ComparisonReport;
import dev.plumbline.report.Vocabulary;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.Namespace;
import dev.plumbline.sql.RenderOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Compares live databases with one schema, and reports what of it counts. */
final class DriftCheck {
  private static final String NO_MIGRATIONS = "none";

  private final PlumbCommand plumb;
  private final SchemaSource.Prisma schema;
  private final SourceReader reader;
  private final Choices choices;

  DriftCheck(PlumbCommand plumb, SchemaSource.Prisma schema, SourceReader reader, Choices choices) {
    this.plumb = plumb;
    this.schema = schema;
    this.reader = reader;
    this.choices = choices;
  }

  /**
   * What somebody wants of a check.
   *
   * @param strictness what counts
   * @param baseline the file that accepts what was there before
   * @param migrations the folder that is compared too, or {@code none}
   * @param checks what is compared besides the definitions
   */
  record Choices(
      Strictness strictness,
      Optional<String> baseline,
      Optional<String> migrations,
      List<FurtherCheck> checks) {
    /** Copies the list. */
    Choices {
      checks = List.copyOf(checks);
    }
  }

  /** In what a database differs from the schema. */
  SchemaComparison compare(DatabaseAddress address) {
    return compare(reader.read(new SchemaSource.Live(address), schema));
  }

  /**
   * The same for a report. What did not differ when it was last compared is known by the checksum
   * of its catalogs; the sides of the comparison are then empty.
   */
  SchemaComparison known(DatabaseAddress address) {
    SyncRecords records =
        SyncRecords.of(plumb.surroundings().environment(), reader.access().scratch());
    boolean folder = choices.migrations().filter(name -> !name.equals(NO_MIGRATIONS)).isPresent();
    if (!records.areKept() || folder || !choices.checks().isEmpty()) {
      return compare(address);
    }
    String key = records.key(schema.project(), address, reader.ways());
    return records
        .find(key, schema.project(), address, () -> reader.access().checksum(address))
        .map(this::inSync)
        .orElseGet(() -> {
          SchemaComparison comparison =
              compare(reader.readWithChecksum(new SchemaSource.Live(address), schema));
          records.keep(key, comparison);
          return comparison;
        });
  }

  private SchemaComparison inSync(SourceReader.Pair sides) {
    if (plumb.debug()) {
      plumb.surroundings().err().println("debug: nothing has changed since they were in sync");
    }
    return SchemaComparison.inSync(sides);
  }

  /** The same, when both sides are read. */
  SchemaComparison compare(SourceReader.Pair sides) {
    if (choices.checks().isEmpty()) {
      return SchemaComparison.of(sides, reader);
    }
    DatabaseSchema expected =
        AccessExpectation.of(
            sides.from().schema(),
            sides.to().schema(),
            PlumblineConfig.of(plumb.surroundings()).access(),
            sides.from().server().map(ServerVersion::major).orElse(0));
    return SchemaComparison.of(
        new SourceReader.Pair(sides.from(), sides.to().with(expected)),
        reader,
        FurtherCheck.options(choices.checks()));
  }

  /** The report about a comparison. */
  ComparisonReport report(SchemaComparison comparison, DatabaseAddress address) {
    Optional<MigrationComparison> migrations = migrations(comparison, address);
    return report(comparison, acceptance(comparison, migrations), migrations, address);
  }

  private Optional<MigrationComparison> migrations(
      SchemaComparison comparison, DatabaseAddress address) {
    return choices
        .migrations()
        .filter(name -> !name.equals(NO_MIGRATIONS))
        .map(name -> SchemaFiles.path(plumb.surroundings(), name))
        .map(path -> MigrationComparison.of(comparison, path, address, schema, reader));
  }

  private Acceptance acceptance(
      SchemaComparison comparison, Optional<MigrationComparison> migrations) {
    Acceptance rules = rules(comparison);
    return migrations
        .map(them -> rules.and(them.accepted()))
        .orElseGet(() -> choices.migrations().isEmpty() ? witnessed(comparison, rules) : rules);
  }

  /** Which differences are to be mended, also when the schema has changed since. */
  interface Wanted {
    /** Those of a comparison. */
    Predicate<DriftEntry> in(SchemaComparison comparison);
  }

  /** Which differences between a database and a schema are to be mended. */
  Wanted wanted(SchemaComparison first, DatabaseAddress address) {
    Set<Trait> accepted =
        Trait.of(List.copyOf(acceptance(first, migrations(first, address)).reasons().keySet()));
    return comparison -> {
      Acceptance rules = rules(comparison);
      return entry ->
          rules.reason(entry).isEmpty()
              && !accepted.contains(Trait.of(entry))
              && ReportAssembly.isMended(entry, choices.strictness());
    };
  }

  private Acceptance rules(SchemaComparison comparison) {
    Surroundings surroundings = plumb.surroundings();
    Optional<Baseline> known =
        choices
            .baseline()
            .map(file ->
                Baseline.read(FileText.read(SchemaFiles.path(surroundings, file), file), file));
    return Acceptance.of(
        comparison.entries(),
        PlumblineConfig.of(surroundings),
        known,
        LocalDate.now(ZoneOffset.UTC));
  }

  private Acceptance witnessed(SchemaComparison comparison, Acceptance rules) {
    Optional<Path> folder = MigrationWitness.folder(schema.project());
    List<DriftEntry> open =
        comparison.entries().stream()
            .filter(entry -> choices.strictness().counts(entry) && rules.reason(entry).isEmpty())
            .toList();
    return folder
        .map(path ->
            rules.and(
                new MigrationWitness(reader, plumb)
                    .explain(open, path, schema, comparison.major())))
        .orElse(rules);
  }

  private ComparisonReport report(
      SchemaComparison comparison,
      Acceptance acceptance,
      Optional<MigrationComparison> migrations,
      DatabaseAddress address) {
    Optional<String> namespace = namespace(comparison, address);
    return ReportAssembly.of(
        Vocabulary.DRIFT,
        namespace,
        comparison,
        choices.strictness(),
        acceptance,
        migrations,
        new SqlChoice(
            PlanOptions.standard().forPostgres(comparison.major()),
            // Whoever runs the statements may have another search path than Prisma.
            namespace.filter("public"::equals).isPresent()
                ? RenderOptions.sql()
                : RenderOptions.qualified(),
            objects -> reader.access().dependents(new SchemaSource.Live(address), objects)));
  }

  private static Optional<String> namespace(SchemaComparison comparison, DatabaseAddress address) {
    List<Namespace> namespaces = comparison.sides().to().schema().namespaces();
    return namespaces.size() == 1
        ? Optional.of(namespaces.getFirst().name())
        : address.url().namespace();
  }
}
