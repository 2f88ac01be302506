package dev.plumbline.migration;

import java.util.ArrayList;
import java.util.List;

/**
 * A script that says itself where its transactions begin and end, because one is not enough for it:
 * what holds a lock must not wait for what reads a whole table.
 */
final class TransactionScript {
  private final List<MigrationScript.Part> parts = new ArrayList<>();
  private boolean open;

  private TransactionScript() {}

  static MigrationScript of(MigrationScript script) {
    if (script.fitsOneTransaction()) {
      return script;
    }
    var transactions = new TransactionScript();
    script.parts().forEach(transactions::add);
    transactions.commit();
    return new MigrationScript(script.changes(), transactions.parts, script.unplanned());
  }

  private void add(MigrationScript.Part part) {
    switch (part.transaction()) {
      case SHARED -> share(part);
      case COMMIT_AFTER -> {
        share(part);
        commit();
      }
      case OWN, OUTSIDE -> {
        commit();
        parts.add(part);
      }
    }
  }

  private void share(MigrationScript.Part part) {
    List<String> statements = new ArrayList<>(part.statements());
    if (!open && !part.setting()) {
      statements.addFirst("BEGIN;");
      open = true;
    }
    parts.add(part.with(statements));
  }

  private void commit() {
    if (open) {
      MigrationScript.Part last = parts.removeLast();
      List<String> statements = new ArrayList<>(last.statements());
      statements.addLast("COMMIT;");
      parts.add(last.with(statements));
      open = false;
    }
  }
}
