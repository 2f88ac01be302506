package dev.plumbline.migration;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Versions of Flyway: numbers between dots, of which zeros at the end say nothing. */
public final class FlywayVersion {
  private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+)*");

  private FlywayVersion() {}

  /** Whether a text is a version. */
  public static boolean isVersion(String text) {
    return VERSION.matcher(text).matches();
  }

  /**
   * The one spelling of a version: {@code 1.2} for {@code 01_2.0}.
   *
   * @param text a version as a file or a history has it
   */
  public static String normal(String text) {
    String dotted = text.replace('_', '.');
    return isVersion(dotted) ? String.join(".", texts(parts(dotted))) : text;
  }

  /** Which of two versions comes first, as a comparator says it. */
  public static int compare(String first, String second) {
    List<BigInteger> one = parts(first);
    List<BigInteger> other = parts(second);
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = one.get(i).compareTo(other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  private static List<BigInteger> parts(String version) {
    List<BigInteger> parts = new ArrayList<>();
    for (String part : version.split("\\.", -1)) {
      parts.add(new BigInteger(part));
    }
    while (parts.size() > 1 && parts.getLast().signum() == 0) {
      parts.removeLast();
    }
    return parts;
  }

  private static List<String> texts(List<BigInteger> parts) {
    return parts.stream().map(BigInteger::toString).toList();
  }
}
