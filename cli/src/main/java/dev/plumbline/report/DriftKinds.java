package dev.plumbline.report;

/** What the codes of differences mean; docs/drift.md lists them. */
final class DriftKinds {
  private DriftKinds() {}

  /** A code in a sentence. */
  static String meaning(String kind) {
    if (kind.startsWith("migration.")) {
      return ofMigrations(kind);
    }
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

  private static String ofMigrations(String kind) {
    return switch (kind) {
      case "migration.pending" -> "A migration is not applied.";
      case "migration.out-of-order" -> "A migration is not applied, though a later one is.";
      case "migration.failed" -> "A migration has begun and not ended.";
      case "migration.edited" -> "A migration was edited after it was applied.";
      case "migration.missing" -> "A migration is applied and not in the folder.";
      case "migration.undone" -> "The database lost what the applied migrations make.";
      case "migration.behind" -> "No migration makes what schema and database have.";
      default -> "The database notes no migrations.";
    };
  }
}
