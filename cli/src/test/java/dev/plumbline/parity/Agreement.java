package dev.plumbline.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often two agree about schemas, and about what they do not. */
final class Agreement {
  private final MessageKinds kinds = MessageKinds.read();
  private final Map<String, List<SchemaText>> differences = new TreeMap<>();
  private int count;
  private int verdicts;
  private int firstPlaces;
  private int places;
  private int numbers;
  private int firstKinds;

  void add(SchemaText schema, Verdict ours, Verdict theirs) {
    count++;
    verdicts += ours.isValid() == theirs.isValid() ? 1 : 0;
    firstPlaces += ours.firstPlace().equals(theirs.firstPlace()) ? 1 : 0;
    places += ours.places().equals(theirs.places()) ? 1 : 0;
    numbers += ours.faults().size() == theirs.faults().size() ? 1 : 0;
    firstKinds += sameKind(ours, theirs) ? 1 : 0;
    if (!ours.places().equals(theirs.places())) {
      note(schema, "only Prisma: " + missing(theirs, ours) + ", only we: " + missing(ours, theirs));
    } else if (!sameKind(ours, theirs)) {
      note(schema, "Prisma: " + first(theirs) + ", we: " + first(ours));
    }
  }

  private boolean sameKind(Verdict ours, Verdict theirs) {
    if (ours.isValid() || theirs.isValid()) {
      return ours.isValid() == theirs.isValid();
    }
    return kinds.same(ours.faults().getFirst(), theirs.faults().getFirst());
  }

  private static String first(Verdict verdict) {
    Verdict.Fault fault = verdict.faults().getFirst();
    return fault.code().map(code -> code + " ").orElse("") + fault.kind();
  }

  private void note(SchemaText schema, String difference) {
    differences.computeIfAbsent(difference, absent -> new ArrayList<>()).add(schema);
  }

  // Each says it in words of his own, so that only the place tells which error is missing.
  private static List<String> missing(Verdict in, Verdict other) {
    return in.faults().stream()
        .filter(fault -> !other.places().contains(fault.place()))
        .map(Verdict.Fault::kind)
        .toList();
  }

  /**
   * In hundredths: agreement on validity, on the line and the kind of the first error, and on all
   * lines.
   */
  void assertAtLeast(double verdict, double first, double allPlaces) {
    assertThat(percent(verdicts)).as("verdicts: %s", this).isGreaterThanOrEqualTo(verdict);
    assertThat(percent(firstPlaces)).as("first lines: %s", this).isGreaterThanOrEqualTo(first);
    assertThat(percent(firstKinds)).as("first kinds: %s", this).isGreaterThanOrEqualTo(first);
    assertThat(percent(places)).as("all lines: %s", this).isGreaterThanOrEqualTo(allPlaces);
  }

  private double percent(int agreed) {
    return count == 0 ? 0 : 100.0 * agreed / count;
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    text.append(
        "%d schemas; same verdict %.2f %%, first line %.2f %%, first kind %.2f %%, lines %.2f %%, number %.2f %%"
            .formatted(
                count,
                percent(verdicts),
                percent(firstPlaces),
                percent(firstKinds),
                percent(places),
                percent(numbers)));
    differences.forEach((difference, schemas) ->
        text.append("%n%d x %s, as in %s".formatted(schemas.size(), difference, schemas.get(0))));
    return text.toString();
  }
}
