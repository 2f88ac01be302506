package dev.plumbline.cli;

import dev.plumbline.diff.Attribute;
import dev.plumbline.diff.Change;
import dev.plumbline.diff.Difference;
import dev.plumbline.diff.Difference.Certainty;
import dev.plumbline.diff.SchemaDiff;
import dev.plumbline.live.LiveException;
import dev.plumbline.live.ScratchCanonicalizer;
import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.ScratchServers;
import dev.plumbline.live.ScriptException;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.ObjectAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What separates two schemas, after a scratch server has been asked about the expressions that
 * could not be compared by looking at them.
 */
final class SchemaComparison {
  private final SourceReader.Pair sides;
  private final SchemaDiff diff;
  private final Answers answers;
  private final List<Change> changes;

  private SchemaComparison(SourceReader.Pair sides, SchemaDiff diff, Answers answers) {
    this.sides = sides;
    this.diff = diff;
    this.answers = answers;
    this.changes = diff.changes().stream().filter(this::remains).toList();
  }

  /** Whether one attribute of one object means the same on both sides. */
  private record Question(ObjectAddress object, Attribute attribute) {}

  /**
   * What a server said.
   *
   * @param differences what differs between the words it has for both sides; empty when it was not
   *     asked
   * @param obstacle why it could not be asked
   */
  private record Answers(
      Optional<Map<Question, Certainty>> differences, Optional<String> obstacle) {
    static Answers none() {
      return new Answers(Optional.empty(), Optional.empty());
    }
  }

  /** Compares two sides. */
  static SchemaComparison of(SourceReader.Pair sides, SourceReader reader) {
    SchemaDiff diff =
        SchemaDiff.between(sides.from().schema(), sides.to().schema(), sides.to().renames());
    boolean open =
        diff.changes().stream()
            .flatMap(change -> change.differences().stream())
            .anyMatch(difference -> difference.certainty() == Certainty.UNPROVEN);
    boolean told = sides.from().server().isPresent() && sides.to().server().isPresent();
    return new SchemaComparison(sides, diff, open && !told ? ask(sides, reader) : Answers.none());
  }

  private static Answers ask(SourceReader.Pair sides, SourceReader reader) {
    ScratchServers scratch = reader.scratch();
    int major =
        sides
            .from()
            .server()
            .or(sides.to()::server)
            .map(server -> server.major())
            .orElseGet(scratch::defaultMajor);
    if (!scratch.majors().contains(major)) {
      return new Answers(
          Optional.empty(),
          Optional.of("there is no scratch Postgres %d to ask about expressions".formatted(major)));
    }
    try {
      DatabaseSchema from = canonical(sides.from(), reader, major);
      DatabaseSchema to = canonical(sides.to(), reader, major);
      Map<Question, Certainty> differences = new HashMap<>();
      for (Change change : SchemaDiff.between(from, to, sides.to().renames()).changes()) {
        for (Difference difference : change.differences()) {
          differences.put(
              new Question(change.address(), difference.attribute()), difference.certainty());
        }
      }
      return new Answers(Optional.of(differences), Optional.empty());
    } catch (ScriptException | LiveException e) {
      return new Answers(Optional.empty(), Optional.ofNullable(e.getMessage()));
    } finally {
      reader.progress().close();
    }
  }

  // What a server told is in its words already.
  private static DatabaseSchema canonical(SourcedSchema side, SourceReader reader, int major) {
    if (side.server().isPresent()) {
      return side.schema();
    }
    try (ScratchDatabase database = reader.scratch().open(major)) {
      reader.progress().accept("asking Postgres about the expressions of " + side.name());
      return ScratchCanonicalizer.canonical(side.schema(), database);
    }
  }

  /** Both sides. */
  SourceReader.Pair sides() {
    return sides;
  }

  /** What leads from the first side to the second. */
  List<Change> changes() {
    return changes;
  }

  /** What the first side has beyond what the second speaks of. */
  List<Change> beyond() {
    return diff.beyond();
  }

  /** In what an altered object differs, as far as that is not disproved. */
  List<Difference> differences(Change change) {
    List<Difference> remaining = new ArrayList<>();
    for (Difference difference : change.differences()) {
      answer(change, difference)
          .ifPresent(certainty ->
              remaining.add(
                  new Difference(
                      difference.attribute(), difference.from(), difference.to(), certainty)));
    }
    return remaining;
  }

  /** Why some expressions could not be proven to mean the same or not. */
  Optional<String> obstacle() {
    return answers.obstacle();
  }

  // Empty when both sides mean the same.
  private Optional<Certainty> answer(Change change, Difference difference) {
    if (difference.certainty() == Certainty.DIFFERENT || answers.differences().isEmpty()) {
      return Optional.of(difference.certainty());
    }
    Question question = new Question(change.address(), difference.attribute());
    return Optional.ofNullable(answers.differences().get().get(question));
  }

  private boolean remains(Change change) {
    return change.differences().isEmpty() || !differences(change).isEmpty();
  }
}
