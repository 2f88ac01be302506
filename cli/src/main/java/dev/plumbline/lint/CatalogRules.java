package dev.plumbline.lint;

import dev.plumbline.lint.Finding.Level;
import dev.plumbline.proof.CatalogObject;
import dev.plumbline.proof.CatalogObject.Kind;
import dev.plumbline.proof.ObjectChange;
import dev.plumbline.proof.StatementTrace;
import dev.plumbline.schema.ObjectName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The rules about what a statement did to the catalog. */
final class CatalogRules {
  private static final Pattern CASCADE = Pattern.compile("(?is).*\\bcascade\\b.*");
  private static final Pattern CHAR = Pattern.compile("character\\(\\d+\\)");
  // The places of the attributes of a column, and of a constraint and an index.
  private static final int TYPE = 0;
  private static final int REQUIRED = 1;
  private static final int DEFAULT = 2;

  private final StatementTrace trace;
  private final Consumer<Finding> found;

  CatalogRules(StatementTrace trace, Consumer<Finding> found) {
    this.trace = trace;
    this.found = found;
  }

  void judge() {
    List<ObjectChange> changes = trace.catalog();
    for (ObjectChange change : changes) {
      if (change.visible()) {
        if (change.isAdded()) {
          added(change.object());
        } else if (change.isRemoved()) {
          removed(change.object(), changes);
        } else {
          altered(change);
        }
      }
      if (change.isAdded() && change.object().kind() == Kind.COLUMN) {
        type(change.object());
      }
    }
  }

  private void added(CatalogObject object) {
    switch (object.kind()) {
      case COLUMN -> {
        if (object.is(REQUIRED) && !object.is(DEFAULT)) {
          add(
              LintRule.NEEDS_DATA_STEP,
              Level.ERROR,
              object,
              "%s is required and has no default: on a table with rows it fails"
                  .formatted(object.shown()));
        }
      }
      case CONSTRAINT -> {
        if (object.is(REQUIRED)) {
          mayFail(object, "rows that break %s make it fail".formatted(object.shown()));
        }
      }
      case INDEX -> {
        if (object.is(TYPE) && !object.is(REQUIRED)) {
          mayFail(object, "two rows that are equal in %s make it fail".formatted(object.shown()));
        }
      }
      case LABEL ->
          add(
              LintRule.IRREVERSIBLE,
              Level.NOTE,
              object,
              "no statement takes %s out again".formatted(object.shown()));
      case POLICY -> access(object, "is new");
      case TABLE, VIEW, SEQUENCE, TYPE, ROUTINE, TRIGGER, EXTENSION -> {}
    }
  }

  private void removed(CatalogObject object, List<ObjectChange> changes) {
    // What goes with its table, or with a column, goes without saying.
    boolean part = !object.name().isEmpty() && isGone(object.ownerId(), changes);
    if (part) {
      return;
    }
    switch (object.kind()) {
      case TABLE, COLUMN ->
          add(
              LintRule.DATA_LOSS,
              Level.WARNING,
              object,
              "%s is gone with all that is in it, and what still uses it fails"
                  .formatted(object.shown()));
      case VIEW, ROUTINE, TYPE, SEQUENCE, EXTENSION -> dropped(object);
      case INDEX -> index(object, changes);
      case CONSTRAINT -> constraint(object, changes);
      case POLICY -> access(object, "is gone");
      case LABEL, TRIGGER -> {}
    }
  }

  private static boolean isGone(long owner, List<ObjectChange> changes) {
    return changes.stream()
        .anyMatch(
            it -> it.isRemoved() && it.object().name().isEmpty() && it.object().ownerId() == owner);
  }

  private void dropped(CatalogObject object) {
    if (isCascaded(object)) {
      add(
          LintRule.DROPS_DEPENDENTS,
          Level.WARNING,
          object,
          "CASCADE takes %s along".formatted(object.shown()));
    } else {
      add(
          LintRule.BREAKS_CLIENTS,
          Level.WARNING,
          object,
          "%s is gone, and what still uses it fails".formatted(object.shown()));
    }
  }

  private void index(CatalogObject object, List<ObjectChange> changes) {
    boolean withOther =
        object.is(REQUIRED)
            || changes.stream()
                .anyMatch(it ->
                    it.isRemoved()
                        && it.object().kind() == Kind.COLUMN
                        && it.object().ownerId() == object.ownerId());
    if (!withOther) {
      add(
          LintRule.DROPS_INDEX,
          Level.WARNING,
          object,
          trace.transactional()
              ? "%s is gone, and its table was locked against everybody".formatted(object.shown())
              : "%s is gone, and queries that used it become slow".formatted(object.shown()));
    }
  }

  // Only what a statement about another table takes along is a surprise.
  private void constraint(CatalogObject object, List<ObjectChange> changes) {
    boolean own =
        changes.stream()
            .anyMatch(it ->
                it.object().kind() == Kind.COLUMN && it.object().ownerId() == object.ownerId());
    if (!own && isCascaded(object)) {
      add(
          LintRule.DROPS_DEPENDENTS,
          Level.WARNING,
          object,
          "CASCADE takes %s along".formatted(object.shown()));
    }
  }

  private boolean isCascaded(CatalogObject object) {
    String sql = trace.statement().text();
    String name = object.name().isEmpty() ? object.owner().name() : object.name();
    return CASCADE.matcher(sql).matches() && !sql.contains(name);
  }

  private void altered(ObjectChange change) {
    CatalogObject object = change.object();
    CatalogObject after = change.after().orElse(object);
    boolean own = object.kind() != Kind.TABLE && object.kind() != Kind.COLUMN;
    if (change.isRenamed() && (!own || object.kind() == Kind.VIEW || object.kind() == Kind.LABEL)) {
      breaks(object, "%s is called %s now".formatted(object.shown(), after.shown()));
    }
    switch (object.kind()) {
      case COLUMN -> column(change, object, after);
      case TABLE -> {
        if (change.isAltered(TYPE)) {
          access(object, "has other privileges or row security");
        }
      }
      case POLICY -> access(object, "is another one");
      case CONSTRAINT -> {
        if (change.isAltered(REQUIRED) && after.is(REQUIRED)) {
          mayFail(object, "rows that break %s make it fail".formatted(object.shown()));
        }
      }
      case VIEW, SEQUENCE, INDEX, LABEL, TYPE, ROUTINE, TRIGGER, EXTENSION -> {}
    }
  }

  private void column(ObjectChange change, CatalogObject object, CatalogObject after) {
    if (change.isAltered(TYPE)) {
      breaks(
          object,
          "%s was %s and is %s: what reads or writes it may not expect that"
              .formatted(
                  object.shown(), object.attributes().get(TYPE), after.attributes().get(TYPE)));
      type(after);
    }
    if (change.isAltered(REQUIRED)) {
      if (after.is(REQUIRED)) {
        mayFail(object, "rows with a NULL in %s make it fail".formatted(object.shown()));
      } else {
        breaks(
            object,
            "%s may be NULL now: what reads it may not expect that".formatted(object.shown()));
      }
    }
  }

  private void type(CatalogObject column) {
    String type = column.attributes().get(TYPE);
    if (CHAR.matcher(type).matches()) {
      add(
          LintRule.TYPE_CHOICE,
          Level.NOTE,
          column,
          "%s is %s, which fills up with blanks".formatted(column.shown(), type));
    } else if ((type.equals("integer") || type.equals("smallint")) && isCounted(column)) {
      add(
          LintRule.TYPE_CHOICE,
          Level.NOTE,
          column,
          "%s is a key that counts, and %s ends at %s"
              .formatted(
                  column.shown(), type, type.equals("integer") ? "2,147,483,647" : "32,767"));
    }
  }

  // A key that nobody gives a value counts by itself.
  private boolean isCounted(CatalogObject column) {
    return column.is(REQUIRED)
        && column.is(DEFAULT)
        && trace
            .statement()
            .text()
            .toLowerCase(Locale.ROOT)
            .matches("(?s).*\\b(small)?serial\\b.*|.*\\bas\\s+identity\\b.*");
  }

  private void breaks(CatalogObject object, String message) {
    add(LintRule.BREAKS_CLIENTS, Level.WARNING, object, message);
  }

  private void mayFail(CatalogObject object, String message) {
    add(LintRule.MAY_FAIL_ON_DATA, Level.WARNING, object, message);
  }

  private void access(CatalogObject object, String what) {
    add(LintRule.ACCESS_CHANGE, Level.WARNING, object, object.shown() + " " + what);
  }

  private void add(LintRule rule, Level level, CatalogObject object, String message) {
    boolean ofTable = !object.name().isEmpty() || object.kind() == Kind.TABLE;
    Optional<ObjectName> table = ofTable ? Optional.of(object.owner()) : Optional.empty();
    found.accept(new Finding(rule, level, trace.statement(), table, message, Optional.empty()));
  }
}
