package dev.plumbline.api;

import dev.plumbline.catalog.CatalogOptions;
import dev.plumbline.catalog.CatalogReader;
import dev.plumbline.catalog.CatalogReading;
import dev.plumbline.diff.Difference.Certainty;
import dev.plumbline.diff.Drift;
import dev.plumbline.diff.DriftEntry;
import dev.plumbline.diff.SchemaDiff;
import dev.plumbline.live.LiveException;
import dev.plumbline.live.ScratchCanonicalizer;
import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.ScratchServers;
import dev.plumbline.live.ScriptException;
import dev.plumbline.prisma.lower.CommentPolicy;
import dev.plumbline.prisma.lower.LoweredSchema;
import dev.plumbline.prisma.lower.LoweringOptions;
import dev.plumbline.prisma.lower.PrismaLowering;
import dev.plumbline.schema.Namespace;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Compares databases with Prisma schemas. */
public final class Plumbline {
  private static final String DEFAULT_NAMESPACE = "public";

  private Plumbline() {}

  /**
   * In what a live database is not what a Prisma schema says. The database is read in one read-only
   * transaction, and nothing is written to it. Comments, owners and privileges are not compared.
   *
   * @param schemaPath the schema file, or the folder of a schema in several files
   * @param dataSource the database; its connection is given back
   * @throws IllegalArgumentException when the schema cannot be read or has errors
   * @throws SQLException when there is no connection
   * @throws dev.plumbline.catalog.CatalogException when the database cannot be read
   */
  public static DriftReport drift(Path schemaPath, DataSource dataSource) throws SQLException {
    SchemaText text = SchemaText.read(schemaPath);
    try (Connection connection = dataSource.getConnection()) {
      String namespace = Optional.ofNullable(connection.getSchema()).orElse(DEFAULT_NAMESPACE);
      LoweredSchema wanted =
          PrismaLowering.lower(text.schema(), new LoweringOptions(namespace, CommentPolicy.NONE));
      CatalogReading there = read(connection, wanted);
      return new DriftReport(entries(there, wanted), wanted.origins());
    }
  }

  private static CatalogReading read(Connection connection, LoweredSchema wanted)
      throws SQLException {
    List<String> namespaces = wanted.schema().namespaces().stream().map(Namespace::name).toList();
    boolean automatic = connection.getAutoCommit();
    connection.setAutoCommit(true);
    try {
      return CatalogReader.readWithLog(connection, CatalogOptions.of(namespaces));
    } finally {
      connection.setAutoCommit(automatic);
    }
  }

  private static List<DriftEntry> entries(CatalogReading there, LoweredSchema wanted) {
    SchemaDiff diff = SchemaDiff.between(there.schema(), wanted.schema(), wanted.renames());
    List<DriftEntry> entries = Drift.of(diff).entries();
    boolean proven = entries.stream().noneMatch(it -> it.certainty() == Certainty.UNPROVEN);
    return proven ? entries : asked(there, wanted, entries);
  }

  // Postgres itself says what two expressions mean, on a scratch server of the same version.
  private static List<DriftEntry> asked(
      CatalogReading there, LoweredSchema wanted, List<DriftEntry> entries) {
    try (ScratchServers servers = ScratchServers.of(System.getenv(), ignored -> {})) {
      int major = there.server().major();
      if (!servers.majors().contains(major)) {
        return entries;
      }
      try (ScratchDatabase database = servers.open(major)) {
        SchemaDiff told =
            SchemaDiff.between(
                there.schema(),
                ScratchCanonicalizer.canonical(wanted.schema(), database),
                wanted.renames());
        return entries.stream().filter(entry -> isStillThere(entry, told)).toList();
      }
    } catch (ScriptException | LiveException e) {
      return entries;
    }
  }

  private static boolean isStillThere(DriftEntry entry, SchemaDiff told) {
    return entry.certainty() == Certainty.DIFFERENT
        || told.changes().stream()
            .filter(change -> change.address().equals(entry.address()))
            .flatMap(change -> change.differences().stream())
            .anyMatch(difference -> difference.attribute().code().equals(entry.kind()));
  }
}
