package dev.plumbline.cli;

import dev.plumbline.diff.RenameCandidate;
import dev.plumbline.diff.RenameCandidates;
import dev.plumbline.diff.Renames;
import dev.plumbline.report.Words;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/**
 * What goes and what appears may be one thing under another name. Nobody can know but the user, who
 * says so, is asked on a terminal, and is not passed over anywhere else.
 */
final class RenameOptions {
  private static final String USUAL_NAMESPACE = "public.";

  @Option(
      names = "--rename",
      paramLabel = "OLD:NEW",
      description =
          "Something has another name and keeps what it holds: table:new, table.column:new,"
              + " enum:new, enum.value:new or index:new. May be repeated.")
  private List<String> said = new ArrayList<>();

  @Option(
      names = "--no-rename",
      description = "Nothing else was renamed: what goes is dropped, and what appears is new.")
  private boolean nothingElse;

  /** The second side with all that was renamed. */
  SourceReader.Pair decide(SourceReader.Pair sides, Surroundings surroundings) {
    DatabaseSchema from = sides.from().schema();
    DatabaseSchema to = sides.to().schema();
    Renames renames = said(from, to, sides.to().renames());
    if (!nothingElse) {
      boolean person =
          surroundings.outIsTerminal() && surroundings.errIsTerminal() && !surroundings.has("CI");
      renames = person ? asked(from, to, renames, surroundings) : settled(from, to, renames);
    }
    return new SourceReader.Pair(sides.from(), sides.to().with(renames));
  }

  // Names of whole objects first: their parts are found under the new one.
  private Renames said(DatabaseSchema from, DatabaseSchema to, Renames ofSchema) {
    Renames renames = ofSchema;
    Map<String, String> holders = new HashMap<>();
    List<String> ordered =
        said.stream().sorted(Comparator.comparing(text -> text.contains("."))).toList();
    for (String text : ordered) {
      int colon = text.lastIndexOf(':');
      if (colon < 1 || colon == text.length() - 1) {
        throw UserException.usage(
            "--rename says an old and a new name: " + text, "For example users.nick:alias");
      }
      RenameCandidate rename =
          meant(
              text.substring(0, colon),
              text.substring(colon + 1),
              holders,
              RenameCandidates.of(from, to, renames));
      renames = renames.with(rename);
      if (rename.to().part().isEmpty()) {
        holders.put(rename.earlierName(), rename.to().object().name());
      }
    }
    return renames;
  }

  private static RenameCandidate meant(
      String old, String current, Map<String, String> holders, List<RenameCandidate> candidates) {
    int dot = old.lastIndexOf('.');
    String holder = dot < 0 ? "" : old.substring(0, dot);
    String moved = holders.containsKey(holder) ? holders.get(holder) + old.substring(dot) : old;
    List<RenameCandidate> meant =
        candidates.stream()
            .filter(it -> isCalled(it.from(), old) || isCalled(it.from(), moved))
            .filter(it -> current(it).equals(current))
            .toList();
    if (meant.size() == 1) {
      return meant.getFirst();
    }
    throw meant.isEmpty()
        ? UserException.error(
            "%s cannot be renamed to %s: the one must go and the other appear, in the same place"
                .formatted(old, current),
            "Both names are those of the database, for example --rename step_values.run_id:run")
        : UserException.error(
            "%s:%s may mean %s"
                .formatted(
                    old,
                    current,
                    meant.stream()
                        .map(it -> it.from().kind().word() + " " + it.from())
                        .collect(Collectors.joining(" or "))),
            "Write more of its name, with the namespace or the table.");
  }

  // An index is known by its own name too.
  private static boolean isCalled(ObjectAddress address, String name) {
    String full = address.toString();
    return full.equals(name)
        || full.substring(address.object().namespace().length() + 1).equals(name)
        || (address.kind() == ObjectKind.INDEX && address.part().filter(name::equals).isPresent());
  }

  private static List<RenameCandidate> likely(
      DatabaseSchema from, DatabaseSchema to, Renames renames) {
    return RenameCandidates.of(from, to, renames).stream().filter(RenameCandidate::likely).toList();
  }

  private static Renames settled(DatabaseSchema from, DatabaseSchema to, Renames renames) {
    List<RenameCandidate> open = likely(from, to, renames);
    if (open.isEmpty()) {
      return renames;
    }
    List<String> lines = new ArrayList<>();
    for (RenameCandidate candidate : open) {
      lines.add("  --rename %s:%s".formatted(shown(candidate.from()), current(candidate)));
    }
    long going = open.stream().map(RenameCandidate::from).distinct().count();
    throw UserException.error(
        "%s in the schema, and something alike is new: is it the same under another name?"
            .formatted(Words.count(going, "thing is", "things are") + " no longer"),
        "Say what was renamed, and --no-rename if nothing (else) was and the old values may go:\n"
            + String.join("\n", lines));
  }

  private static String current(RenameCandidate candidate) {
    return candidate.to().part().orElse(candidate.to().object().name());
  }

  private static Renames asked(
      DatabaseSchema from, DatabaseSchema to, Renames ofSchema, Surroundings surroundings) {
    var question = new RenameQuestion(surroundings);
    Renames renames = ofSchema;
    Set<RenameCandidate> refused = new HashSet<>();
    while (true) {
      // What is renamed is out of the question from then on.
      Optional<RenameCandidate> open =
          likely(from, to, renames).stream().filter(it -> !refused.contains(it)).findFirst();
      if (open.isEmpty()) {
        return renames;
      } else if (question.isYes(open.get())) {
        renames = renames.with(open.get());
      } else {
        refused.add(open.get());
      }
    }
  }

  /** An object as people write it, without the namespace that goes without saying. */
  static String shown(ObjectAddress address) {
    String name = address.toString();
    return name.startsWith(USUAL_NAMESPACE) ? name.substring(USUAL_NAMESPACE.length()) : name;
  }
}
