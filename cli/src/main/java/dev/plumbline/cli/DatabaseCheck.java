package dev.plumbline.cli;

import dev.plumbline.catalog.CatalogOptions;
import dev.plumbline.catalog.CatalogReading;
import dev.plumbline.diff.DriftEntry;
import dev.plumbline.prisma.lower.CommentPolicy;
import dev.plumbline.prisma.lower.LoweredSchema;
import dev.plumbline.prisma.lower.LoweringOptions;
import dev.plumbline.prisma.lower.PrismaLowering;
import dev.plumbline.schema.Origins;
import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.Position;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What {@code plumb drift} finds in a database, for a program that has a connection to it. The
 * rules of the {@code plumbline.toml} in the schema's folder or above it hold.
 */
public final class DatabaseCheck {
  private final Surroundings surroundings;
  private final PrismaProject project;
  private final LoweringOptions options;

  private DatabaseCheck(Surroundings surroundings, PrismaProject project, String namespace) {
    this.surroundings = surroundings;
    this.project = project;
    this.options = new LoweringOptions(namespace, CommentPolicy.NONE);
  }

  /**
   * What was found.
   *
   * @param entries the differences that nobody accepted
   * @param accepted the others, each with the reason
   * @param origins where the schema speaks of the objects
   */
  public record Found(List<DriftEntry> entries, Map<DriftEntry, String> accepted, Origins origins) {
    /** Copies both. */
    public Found {
      entries = List.copyOf(entries);
      accepted = Map.copyOf(accepted);
    }
  }

  /**
   * Compares a database with a schema.
   *
   * @param schema its file or folder
   * @param namespace where the schema's objects are when it names no namespace
   * @param database reads it
   * @throws IllegalArgumentException when the schema cannot be read or has errors
   */
  public static Found of(
      Path schema, String namespace, Function<CatalogOptions, CatalogReading> database) {
    Surroundings surroundings = in(Path.of(""));
    try {
      PrismaProject project = PrismaProject.read(surroundings, Optional.of(schema.toString()));
      return new DatabaseCheck(surroundings, project, namespace).run(database);
    } catch (InvalidSchemaException e) {
      throw new IllegalArgumentException(
          e.diagnostics().stream()
              .filter(Diagnostic::isError)
              .map(DatabaseCheck::told)
              .collect(Collectors.joining("\n  ", "The schema has errors:\n  ", "")),
          e);
    } catch (UserException e) {
      throw new IllegalArgumentException(
          e.getMessage() + e.help().map(help -> ". " + help).orElse(""), e);
    }
  }

  private static Surroundings in(Path folder) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Surroundings(
        folder.toAbsolutePath().normalize(),
        System.getenv(),
        InputStream.nullInputStream(),
        nowhere,
        nowhere,
        false,
        false);
  }

  private static String told(Diagnostic diagnostic) {
    Position place = diagnostic.span().from();
    return "%s:%d:%d: %s"
        .formatted(
            diagnostic.span().file().name(), place.line(), place.column(), diagnostic.message());
  }

  private Found run(Function<CatalogOptions, CatalogReading> database) {
    // A schema with errors is told of before a database is asked.
    LoweredSchema wanted = project.lower(options);
    CatalogReading reading =
        database.apply(CatalogOptions.of(PrismaLowering.namespaces(project.datasource(), options)));
    SourceReader.Pair sides =
        new SourceReader.Pair(
            SourcedSchema.of("the database", reading), SourcedSchema.of(project.name(), wanted));
    try (SourceReader reader =
        new SourceReader(
            new PlumbCommand(surroundings),
            Variables.none(),
            Optional.empty(),
            CommentChoice.none)) {
      return found(SchemaComparison.of(sides, reader));
    }
  }

  private Found found(SchemaComparison comparison) {
    Acceptance acceptance =
        Acceptance.of(
            comparison.entries(),
            PlumblineConfig.of(in(project.files().folder())),
            Optional.empty(),
            LocalDate.now(ZoneOffset.UTC));
    return new Found(
        comparison.entries().stream().filter(entry -> acceptance.reason(entry).isEmpty()).toList(),
        acceptance.reasons(),
        comparison.sides().to().origins());
  }
}
