package dev.plumbline.cli;

import dev.plumbline.catalog.CatalogException;
import dev.plumbline.live.LiveDatabase;
import dev.plumbline.live.LiveException;
import dev.plumbline.report.FleetReport;
import dev.plumbline.report.Words;
import dev.plumbline.schema.DatabaseSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Compares many databases, or namespaces of them, with one schema. Databases are read at the same
 * time, a few at once. Namespaces that hold the same are recognised by a hash, and one of them is
 * read for all.
 */
final class FleetCheck {
  /** Databases that are read at once: a production server has few connections to spare. */
  private static final int CONNECTIONS = 8;

  private final Variables variables;
  private final SchemaSource.Prisma schema;
  private final Callable<SourceReader> readers;
  private final DriftCheck check;
  private final boolean byHash;
  private final Progress progress;
  private final List<FleetReport.Failure> failures = new ArrayList<>();

  /**
   * A check.
   *
   * @param readers makes a reader for one database
   * @param check compares what was read
   * @param byHash whether the hash tells all that is compared; it knows no owners and privileges
   */
  FleetCheck(
      Variables variables,
      SchemaSource.Prisma schema,
      Callable<SourceReader> readers,
      DriftCheck check,
      boolean byHash,
      Progress progress) {
    this.variables = variables;
    this.schema = schema;
    this.readers = readers;
    this.check = check;
    this.byHash = byHash;
    this.progress = progress;
  }

  /** Databases that hold the same: their names, and the one that stands for all. */
  private record Alike(List<String> names, DatabaseAddress first) {}

  /**
   * Compares them all.
   *
   * @param addresses the databases
   * @param pattern which namespaces of each, as LIKE understands it; empty for the usual one
   */
  FleetReport run(List<DatabaseAddress> addresses, Optional<String> pattern) {
    List<Alike> alike = new ArrayList<>();
    for (DatabaseAddress address : addresses) {
      if (pattern.isPresent()) {
        alike.addAll(namespaces(address, pattern.get(), addresses.size() > 1));
      } else {
        alike.add(new Alike(List.of(address.url().toString()), address));
      }
    }
    return new FleetReport(schema.project().name(), groups(alike), failures);
  }

  private List<Alike> namespaces(DatabaseAddress address, String pattern, boolean several) {
    progress.accept("looking for namespaces like " + pattern);
    Map<String, List<String>> alike = new LinkedHashMap<>();
    try (LiveDatabase database = LiveDatabase.connect(address.url(), variables.all())) {
      database
          .fingerprints(pattern)
          .forEach((name, hash) ->
              alike.computeIfAbsent(byHash ? hash : name, ignored -> new ArrayList<>()).add(name));
    } catch (LiveException | CatalogException e) {
      failed(address.url().toString(), e);
      return List.of();
    }
    if (alike.isEmpty()) {
      failures.add(
          new FleetReport.Failure(
              address.url().toString(), "there is no namespace like " + pattern));
    }
    String prefix = several ? address.url() + " " : "";
    return alike.values().stream()
        .map(names ->
            new Alike(
                names.stream().map(name -> prefix + name).toList(), address.in(names.getFirst())))
        .toList();
  }

  // Reading waits for servers and is done for several at once; comparing is work for one.
  private List<FleetReport.Group> groups(List<Alike> alike) {
    schema.project().schema();
    Semaphore connections = new Semaphore(CONNECTIONS);
    Map<DatabaseSchema, FleetReport.Group> known = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<SourceReader.Pair>> readings =
          alike.stream().map(one -> threads.submit(() -> read(one, connections))).toList();
      for (int i = 0; i < alike.size(); i++) {
        progress.accept("comparing %d of %s".formatted(i + 1, Words.count(alike.size(), "schema")));
        Optional<SourceReader.Pair> pair = result(readings.get(i), alike.get(i));
        if (pair.isPresent()) {
          add(known, alike.get(i), pair.get());
        }
      }
    }
    progress.close();
    return List.copyOf(known.values());
  }

  private void add(
      Map<DatabaseSchema, FleetReport.Group> known, Alike alike, SourceReader.Pair pair) {
    FleetReport.Group same = known.get(pair.from().schema());
    List<String> names = new ArrayList<>(same == null ? List.of() : same.names());
    names.addAll(alike.names());
    known.put(
        pair.from().schema(),
        new FleetReport.Group(
            names,
            same == null ? check.report(check.compare(pair), alike.first()) : same.report()));
  }

  private SourceReader.Pair read(Alike alike, Semaphore connections) throws Exception {
    connections.acquire();
    try (SourceReader reader = readers.call()) {
      return reader.read(new SchemaSource.Live(alike.first()), schema);
    } finally {
      connections.release();
    }
  }

  private Optional<SourceReader.Pair> result(Future<SourceReader.Pair> reading, Alike alike) {
    try {
      return Optional.of(reading.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LiveException || e.getCause() instanceof CatalogException) {
        alike.names().forEach(name -> failed(name, e.getCause()));
        return Optional.empty();
      }
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void failed(String name, Throwable why) {
    failures.add(new FleetReport.Failure(name, String.valueOf(why.getMessage())));
  }
}
