package dev.plumbline.report;

import java.util.Locale;

/** Numbers with their words. */
public final class Words {
  private Words() {}

  /** {@code 1 error}, {@code 2 errors}. */
  public static String count(long number, String word) {
    return count(number, word, word + "s");
  }

  /** {@code 1 index}, {@code 2 indexes}. */
  public static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  /** A text that begins with a capital. */
  static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
