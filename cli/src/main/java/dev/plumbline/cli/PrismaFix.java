package dev.plumbline.cli;

import dev.plumbline.diff.Change;
import dev.plumbline.diff.Difference;
import dev.plumbline.diff.DriftEntry;
import dev.plumbline.diff.EvidentRenames;
import dev.plumbline.diff.RenameCandidate;
import dev.plumbline.prisma.pull.SchemaPatch;
import dev.plumbline.prisma.syntax.PrismaParser;
import dev.plumbline.report.Paint;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The patch to the files of a schema after which they say what a database is. What was changed is
 * checked and compared again, until nothing is left or nothing more can be said.
 */
final class PrismaFix {
  /** More than any schema needed; each round says what the one before made sayable. */
  private static final int ROUNDS = 60;

  private final DriftCheck check;
  private final SourceReader reader;
  private final DatabaseAddress address;
  private final Set<String> hopeless = new HashSet<>();
  private final Set<List<String>> seen = new HashSet<>();

  PrismaFix(DriftCheck check, SourceReader reader, DatabaseAddress address) {
    this.check = check;
    this.reader = reader;
    this.address = address;
  }

  /**
   * What was found.
   *
   * @param patch the change of the files as a unified diff; empty when there is none
   * @param left in what the schema still differs
   */
  record Result(String patch, List<DriftEntry> left) {}

  /** The schema at one point of the way. */
  private record Step(PrismaProject project, SchemaComparison comparison) {
    List<String> texts() {
      return project.files().files().stream().map(SourceFile::text).toList();
    }
  }

  /**
   * Finds the patch.
   *
   * @param project the schema as it is
   * @param comparison of the database with it
   */
  Result of(PrismaProject project, SchemaComparison comparison) {
    DriftCheck.Wanted wanted = check.wanted(comparison, address);
    Step step = new Step(project, comparison);
    for (int round = 0; round < ROUNDS; round++) {
      Optional<Step> next = next(step, wanted);
      if (next.isEmpty()) {
        break;
      }
      step = next.get();
    }
    return new Result(patch(project, step), left(step, wanted));
  }

  private static List<DriftEntry> left(Step step, DriftCheck.Wanted wanted) {
    return step.comparison().entries().stream().filter(wanted.in(step.comparison())).toList();
  }

  private Optional<Step> next(Step step, DriftCheck.Wanted wanted) {
    Optional<Step> renamed = renamed(step, wanted);
    if (renamed.isPresent()) {
      return renamed;
    }
    List<Change> changes =
        step.comparison().changes(wanted.in(step.comparison())).stream()
            .filter(change -> !hopeless.contains(key(change)))
            .toList();
    // What has the type of a new enum can only be said when that is there.
    List<Change> enums = changes.stream().filter(Change.DropEnum.class::isInstance).toList();
    Optional<Step> together =
        attempt(step, enums.isEmpty() ? changes : enums).or(() -> attempt(step, changes));
    if (together.isPresent()) {
      hopeless.clear();
      return together;
    }
    // One that makes the schema invalid, or for which there is no word, shall not stop the others.
    for (Change change : changes) {
      Optional<Step> alone = attempt(step, List.of(change));
      if (alone.isPresent()) {
        hopeless.clear();
        return alone;
      }
      hopeless.add(key(change));
    }
    return Optional.empty();
  }

  // What has another name is said with the name alone: it keeps its field, and all that points to
  // it.
  private Optional<Step> renamed(Step step, DriftCheck.Wanted wanted) {
    SourceReader.Pair sides = step.comparison().sides();
    Set<ObjectAddress> open =
        step.comparison().changes(wanted.in(step.comparison())).stream()
            .map(Change::address)
            .collect(Collectors.toSet());
    List<RenameCandidate> renames =
        EvidentRenames.of(sides.from().schema(), sides.to().schema()).stream()
            .filter(rename -> open.contains(whole(rename.from())))
            .filter(rename -> open.contains(whole(rename.to())))
            .toList();
    return renames.isEmpty()
        ? Optional.empty()
        : checked(step, SchemaPatch.rename(text(step), renames));
  }

  // A value is told with its type.
  private static ObjectAddress whole(ObjectAddress address) {
    return address.kind() == ObjectKind.ENUM
        ? ObjectAddress.of(ObjectKind.ENUM, address.object())
        : address;
  }

  private static String key(Change change) {
    return change.getClass().getSimpleName()
        + change.address()
        + change.differences().stream().map(Difference::attribute).toList();
  }

  private Optional<Step> attempt(Step step, List<Change> changes) {
    return checked(
        step, SchemaPatch.accept(text(step), step.comparison().sides().from().schema(), changes));
  }

  private static SchemaPatch.Text text(Step step) {
    return new SchemaPatch.Text(
        PrismaParser.parseAll(step.project().files().files()),
        step.project().schema(),
        step.comparison().sides().to().origins());
  }

  private Optional<Step> checked(Step step, List<String> texts) {
    SchemaFiles.Found files = step.project().files();
    SourceReader.Pair sides = step.comparison().sides();
    if (texts.equals(step.texts()) || !seen.add(texts)) {
      return Optional.empty();
    }
    PrismaProject project =
        PrismaProject.of(
            new SchemaFiles.Found(files.name(), sources(files, texts), files.folder()));
    try {
      return Optional.of(
          new Step(project, check.compare(reader.with(sides, project, address.url().namespace()))));
    } catch (InvalidSchemaException e) {
      return Optional.empty();
    }
  }

  private static List<SourceFile> sources(SchemaFiles.Found files, List<String> texts) {
    List<SourceFile> sources = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      sources.add(SourceFile.of(files.files().get(i).name(), texts.get(i)));
    }
    return sources;
  }

  private static String patch(PrismaProject project, Step step) {
    StringBuilder patch = new StringBuilder();
    for (int i = 0; i < step.texts().size(); i++) {
      SourceFile before = project.files().files().get(i);
      if (!before.text().equals(step.texts().get(i))) {
        patch.append(
            UnifiedDiff.ofVersions(
                before.name(), before.text(), step.texts().get(i), new Paint(false)));
      }
    }
    return patch.toString();
  }
}
