package dev.plumbline.report;

/** Colours for a terminal, or none. */
public final class Paint {
  private final boolean on;

  /** Colours, or none. */
  public Paint(boolean on) {
    this.on = on;
  }

  /** A word of alarm. */
  public String error(String text) {
    return paint("1;31", text);
  }

  /** A word of warning. */
  public String warning(String text) {
    return paint("1;33", text);
  }

  /** A word that all is well. */
  public String good(String text) {
    return paint("32", text);
  }

  /** A heading. */
  public String strong(String text) {
    return paint("1", text);
  }

  /** What stands aside. */
  public String faint(String text) {
    return paint("2", text);
  }

  /** A place in a file. */
  public String place(String text) {
    return paint("36", text);
  }

  /** What is and shall not be. */
  public String removed(String text) {
    return paint("31", text);
  }

  /** What shall be and is not. */
  public String added(String text) {
    return paint("32", text);
  }

  private String paint(String code, String text) {
    return on && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  /**
   * A text of a user in one line, without what a terminal would take as a command: control
   * characters are shown as their pictures.
   */
  public static String printable(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(c -> shown.appendCodePoint(picture(c)));
    return shown.toString();
  }

  private static int picture(int character) {
    if (character < 0x20 && character != '\t') {
      return 0x2400 + character;
    }
    boolean hidden = character >= 0x7f && character < 0xa0;
    // Marks that turn the direction of what follows can make a line read as another one.
    boolean turning =
        (character >= 0x202a && character <= 0x202e)
            || (character >= 0x2066 && character <= 0x2069);
    return hidden || turning ? 0xfffd : character;
  }
}
