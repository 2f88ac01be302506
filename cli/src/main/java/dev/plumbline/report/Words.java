package dev.plumbline.report;

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
}
