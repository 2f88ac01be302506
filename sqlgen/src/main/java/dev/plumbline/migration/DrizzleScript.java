package dev.plumbline.migration;

import dev.plumbline.plan.Step;
import java.util.ArrayList;
import java.util.List;

/** A script as Drizzle's migrator can run it. */
final class DrizzleScript {
  private static final String MARKER = "--> statement-breakpoint";
  private static final String REMEDY =
      "Drizzle runs all pending migrations in one transaction, which must end and begin again here.";

  private DrizzleScript() {}

  static MigrationScript of(MigrationScript script) {
    List<MigrationScript.Part> parts = new ArrayList<>();
    for (int i = 0; i < script.parts().size(); i++) {
      parts.add(part(script.parts().get(i), i == script.parts().size() - 1));
    }
    return new MigrationScript(script.changes(), parts, script.unplanned());
  }

  private static MigrationScript.Part part(MigrationScript.Part part, boolean isLast) {
    List<String> statements =
        new ArrayList<>(part.statements().stream().map(DrizzleScript::withoutMarker).toList());
    List<String> comment = new ArrayList<>(part.comment());
    boolean outside = part.transaction() == Step.Transaction.OUTSIDE;
    boolean committed = outside || part.transaction() == Step.Transaction.COMMIT_AFTER;
    // Another pending migration may use a new label, and it would run in the same transaction.
    boolean label = statements.stream().anyMatch(DrizzleScript::addsLabel);
    if (committed || label) {
      comment.add(REMEDY);
      statements.addLast("COMMIT;");
      statements.addLast("BEGIN;");
    }
    if (outside) {
      statements.addFirst("COMMIT;");
    }
    for (int i = 0; i < statements.size(); i++) {
      if (!isLast || i < statements.size() - 1) {
        statements.set(i, statements.get(i) + "\n" + MARKER);
      }
    }
    return new MigrationScript.Part(comment, statements, part.transaction(), part.setting());
  }

  private static boolean addsLabel(String statement) {
    return statement.startsWith("ALTER TYPE ") && statement.contains(" ADD VALUE ");
  }

  // Postgres joins two constants with a line break between them.
  private static String withoutMarker(String statement) {
    if (!statement.contains(MARKER)) {
      return statement;
    }
    if (!isInConstant(statement)) {
      throw new IllegalArgumentException(
          "A statement holds the words that end a statement for Drizzle: " + MARKER + ".");
    }
    return statement.replace(MARKER, "--'\n'> statement-breakpoint");
  }

  // In dollar quotes nothing can be taken apart, and in a quoted name neither.
  private static boolean isInConstant(String statement) {
    boolean constant = false;
    boolean name = false;
    for (int i = 0; i < statement.length(); i++) {
      char c = statement.charAt(i);
      if (c == '\'' && !name) {
        constant = !constant;
      } else if (c == '"' && !constant) {
        name = !name;
      } else if (!constant && (c == '$' || statement.startsWith(MARKER, i))) {
        return false;
      }
    }
    return true;
  }
}
