package dev.plumbline.parity;

import dev.plumbline.prisma.check.CheckedSchema;
import dev.plumbline.source.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What somebody says about a schema: the errors, in the order in which they are told.
 *
 * @param faults the errors; none for a schema that is valid
 */
record Verdict(List<Fault> faults) {
  private static final Pattern PRISMAS_FAULT =
      Pattern.compile("(?:^|\\n)error: ([\\s\\S]*?)\\n\\s*-->\\s*(.*?):(\\d+)");
  private static final Pattern QUOTED =
      Pattern.compile("`[^`]*`|\"[^\"]*\"|'[^']*'|\\([^()]*\\)|\\d+");

  Verdict {
    faults = List.copyOf(faults);
  }

  /**
   * One error.
   *
   * @param place the file and line
   * @param code what Plumbline calls it
   * @param message what is said
   */
  record Fault(String place, Optional<String> code, String message) {
    /** The message without the names and numbers in it. */
    String kind() {
      String start = message.lines().findFirst().orElse("");
      return QUOTED.matcher(start).replaceAll("_");
    }
  }

  /** What Prisma's report says. */
  static Verdict ofPrisma(Optional<String> report) {
    return new Verdict(
        report.stream()
            .flatMap(text -> PRISMAS_FAULT.matcher(text).results())
            .map(match ->
                new Fault(
                    match.group(2).strip() + ":" + match.group(3),
                    Optional.empty(),
                    match.group(1)))
            .toList());
  }

  /** What Plumbline says. */
  static Verdict of(CheckedSchema checked) {
    return of(checked.diagnostics());
  }

  /** What Plumbline tells. */
  static Verdict of(List<Diagnostic> diagnostics) {
    return new Verdict(
        diagnostics.stream()
            .filter(Diagnostic::isError)
            .map(each ->
                new Fault(
                    each.span().file().name() + ":" + each.span().from().line(),
                    Optional.of(each.code()),
                    each.message()))
            .toList());
  }

  boolean isValid() {
    return faults.isEmpty();
  }

  Optional<String> firstPlace() {
    return faults.stream().map(Fault::place).findFirst();
  }

  Set<String> places() {
    var places = new TreeSet<String>();
    faults.forEach(fault -> places.add(fault.place()));
    return places;
  }
}
