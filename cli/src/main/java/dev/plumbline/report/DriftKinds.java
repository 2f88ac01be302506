package dev.plumbline.report;

/** What the codes of differences mean; docs/drift.md lists them. */
final class DriftKinds {
  private DriftKinds() {}

  /** A code in a sentence. */
  static String meaning(String kind) {
    int dot = kind.indexOf('.');
    String word = kind.substring(0, dot).replace('-', ' ');
    String object = ("aeio".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + word;
    String what = kind.substring(dot + 1).replace('-', ' ');
    return switch (what) {
      case "missing" -> "The schema has " + object + " that the database lacks.";
      case "extra" -> "The database has " + object + " beyond the schema.";
      case "renamed" -> Words.capital(object) + " has another name than in the schema.";
      default -> Words.capital(object) + " is not as the schema has it: " + what + ".";
    };
  }
}
