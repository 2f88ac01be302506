package dev.plumbline.source;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The name that was probably meant. */
public final class Suggestion {
  private Suggestion() {}

  /**
   * The known name that is nearest to an unknown one, if it is near enough to be a typing mistake.
   *
   * @param name the unknown name
   * @param known the known names; of equally near ones the first wins
   */
  public static Optional<String> of(String name, Collection<String> known) {
    int limit = Math.max(1, name.length() / 3);
    Optional<String> nearest = Optional.empty();
    for (String candidate : known) {
      int distance = distance(name, candidate, limit);
      if (distance <= limit) {
        nearest = Optional.of(candidate);
        limit = distance - 1;
      }
    }
    return nearest;
  }

  /** As a help line. */
  public static Optional<String> help(String name, Collection<String> known) {
    return of(name, known).map(found -> "Did you mean `" + found + "`?");
  }

  // Levenshtein's distance, with letters of other case counted as the same and two letters that
  // changed places as one mistake, up to a limit.
  private static int distance(String one, String other, int limit) {
    if (Math.abs(one.length() - other.length()) > limit) {
      return limit + 1;
    }
    String left = one.toLowerCase(Locale.ROOT);
    String right = other.toLowerCase(Locale.ROOT);
    int[] beforeLast = new int[right.length() + 1];
    int[] previous = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] current = new int[right.length() + 1];
      current[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int change = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
        if (changedPlaces(left, i, right, j)) {
          current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = previous;
      previous = current;
    }
    return previous[right.length()];
  }

  private static boolean changedPlaces(String left, int i, String right, int j) {
    return i > 1
        && j > 1
        && left.charAt(i - 1) == right.charAt(j - 2)
        && left.charAt(i - 2) == right.charAt(j - 1);
  }
}
