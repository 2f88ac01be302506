package dev.plumbline.cli;

import dev.plumbline.diff.Change;
import dev.plumbline.diff.Difference;
import dev.plumbline.diff.Difference.Certainty;
import dev.plumbline.diff.DriftEntry;
import dev.plumbline.diff.SchemaDiff;
import dev.plumbline.live.LiveException;
import dev.plumbline.live.ScratchCanonicalizer;
import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.ScratchServers;
import dev.plumbline.live.ScriptException;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.ObjectAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a scratch server says about expressions: both sides are put into the server's own words, and
 * what reads the same then is the same.
 */
final class ServerAnswers {
  private final Optional<Map<Question, Certainty>> differences;
  private final Optional<String> obstacle;

  private ServerAnswers(Optional<Map<Question, Certainty>> differences, Optional<String> obstacle) {
    this.differences = differences;
    this.obstacle = obstacle;
  }

  /** Whether one attribute of one object means the same on both sides. */
  private record Question(ObjectAddress object, String attribute) {}

  /** Asks a server of the version of the sides. */
  static ServerAnswers ask(SourceReader.Pair sides, SourceReader reader) {
    if (sides.from().server().isPresent() && sides.to().server().isPresent()) {
      // Both are in the words of a server already.
      return new ServerAnswers(Optional.empty(), Optional.empty());
    }
    ScratchServers scratch = reader.access().scratch();
    int major =
        sides
            .from()
            .server()
            .or(sides.to()::server)
            .map(server -> server.major())
            .orElseGet(scratch::defaultMajor);
    if (!scratch.majors().contains(major)) {
      return new ServerAnswers(
          Optional.empty(), Optional.of("there is no scratch Postgres %d here".formatted(major)));
    }
    try {
      return new ServerAnswers(
          Optional.of(
              differences(
                  SchemaDiff.between(
                      canonical(sides.from(), reader, major),
                      canonical(sides.to(), reader, major),
                      sides.to().renames()))),
          Optional.empty());
    } catch (ScriptException | LiveException e) {
      return new ServerAnswers(Optional.empty(), Optional.ofNullable(e.getMessage()));
    } finally {
      reader.access().progress().close();
    }
  }

  private static Map<Question, Certainty> differences(SchemaDiff diff) {
    Map<Question, Certainty> differences = new HashMap<>();
    for (Change change : diff.changes()) {
      for (Difference difference : change.differences()) {
        if (!diff.consequences().has(change, difference)) {
          differences.put(
              new Question(change.address(), difference.attribute().code()),
              difference.certainty());
        }
      }
    }
    return differences;
  }

  // What a server told is in its words already.
  private static DatabaseSchema canonical(SourcedSchema side, SourceReader reader, int major) {
    if (side.server().isPresent()) {
      return side.schema();
    }
    try (ScratchDatabase database = reader.access().scratch().open(major)) {
      reader.access().progress().accept("asking Postgres about the expressions of " + side.name());
      return ScratchCanonicalizer.canonical(side.schema(), database);
    }
  }

  /** An entry after the answer about it; empty when both sides turned out to be the same. */
  Optional<DriftEntry> about(DriftEntry entry) {
    if (entry.certainty() == Certainty.DIFFERENT || differences.isEmpty()) {
      return Optional.of(entry);
    }
    return Optional.ofNullable(differences.get().get(new Question(entry.address(), entry.kind())))
        .map(certainty ->
            new DriftEntry(
                entry.kind(),
                entry.verdict(),
                entry.severity(),
                certainty,
                entry.spoken(),
                entry.address(),
                entry.expected(),
                entry.actual(),
                entry.change()));
  }

  /** Why no server could be asked. */
  Optional<String> obstacle() {
    return obstacle;
  }
}
