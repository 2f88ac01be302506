package dev.plumbline.cli;

/** Colours for a terminal, or none. */
final class Paint {
  private final boolean on;

  Paint(boolean on) {
    this.on = on;
  }

  String error(String text) {
    return paint("1;31", text);
  }

  String warning(String text) {
    return paint("1;33", text);
  }

  String good(String text) {
    return paint("32", text);
  }

  String strong(String text) {
    return paint("1", text);
  }

  String faint(String text) {
    return paint("2", text);
  }

  String place(String text) {
    return paint("36", text);
  }

  String removed(String text) {
    return paint("31", text);
  }

  String added(String text) {
    return paint("32", text);
  }

  private String paint(String code, String text) {
    return on && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  /**
   * A text of a user in one line, without what a terminal would take as a command: control
   * characters are shown as their pictures.
   */
  static String printable(String text) {
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
