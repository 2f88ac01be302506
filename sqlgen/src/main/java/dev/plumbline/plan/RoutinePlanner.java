package dev.plumbline.plan;

import dev.plumbline.diff.Attribute;
import dev.plumbline.diff.Change;
import dev.plumbline.plan.Operation.Form;
import dev.plumbline.plan.Operation.Target;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.Routine;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plans functions, procedures and aggregates. Their definitions run as they are; bodies in quotes
 * are not checked while they are created, so that they may mention tables that come later.
 */
final class RoutinePlanner {
  private static final Pattern BODY = Pattern.compile("(?m)^\\s*AS\\s+(\\$|'|E')");

  private final Planning planning;
  private final AnnotationPlanner annotations;
  private final Rebuilds rebuilds;
  private boolean bodiesUnchecked;

  RoutinePlanner(Planning planning, AnnotationPlanner annotations, Rebuilds rebuilds) {
    this.planning = planning;
    this.annotations = annotations;
    this.rebuilds = rebuilds;
  }

  void plan(Change.RoutineChange change) {
    switch (change) {
      case Change.CreateRoutine create -> create(create);
      case Change.DropRoutine drop -> drop(drop, drop.routine());
      case Change.AlterRoutine alter -> alter(alter);
    }
  }

  private void create(Change.CreateRoutine change) {
    Routine routine = change.routine();
    if (create(change, routine, Reverse.of(new RoutineOperation.DropRoutine(routine)))) {
      annotations.created(change, target(routine), Annotations.of(routine), anchor(routine));
    }
  }

  /** Creates a routine, or replaces it where only its inside differs. Says whether it can. */
  private boolean create(Change cause, Routine routine, Reverse reverse) {
    if (!isExecutable(routine)) {
      planning.unplanned(cause, "The definition of this routine is not known as a command.");
      return false;
    }
    if (!bodiesUnchecked) {
      bodiesUnchecked = true;
      planning.add(
          Draft.of(cause, Stage.SETTINGS, new Operation.DisableBodyChecks())
              .reverse(Reverse.unneeded()));
    }
    planning.add(
        Draft.of(cause, Stage.CREATE_ROUTINE, new RoutineOperation.CreateRoutine(routine))
            .provides(handle(routine), anyOf(routine))
            .requires(Handle.namespace(routine.name().namespace()))
            .mentions(signature(routine))
            .reverse(reverse));
    return true;
  }

  private static boolean isExecutable(Routine routine) {
    return routine.definition().text().strip().toUpperCase(Locale.ROOT).startsWith("CREATE");
  }

  /** What Postgres resolves when a routine is created: all of it but a body in quotes. */
  private static String signature(Routine routine) {
    String definition = routine.definition().text();
    Matcher body = BODY.matcher(definition);
    return body.find() ? definition.substring(0, body.start()) : definition;
  }

  /** Drops a routine, unless the plan does so already. Says whether it did. */
  boolean drop(Change cause, Routine routine) {
    if (!rebuilds.noteDropped(handle(routine))) {
      return false;
    }
    planning.add(
        Draft.of(cause, Stage.DROP_ROUTINE, new RoutineOperation.DropRoutine(routine))
            .removes(handle(routine), anyOf(routine))
            .releases(Handle.namespace(routine.name().namespace()))
            .formerlyMentions(signature(routine))
            .hazard(
                Hazard.Kind.MAY_FAIL_ON_DEPENDENTS,
                "Bodies of other routines may call it; Postgres does not know.")
            .reverse(Reverse.of(planning.restoring(new Change.CreateRoutine(routine)))));
    rebuilds.routineDropped(cause, routine);
    return true;
  }

  private void alter(Change.AlterRoutine change) {
    boolean definition =
        change.differences().stream()
            .anyMatch(it ->
                it.attribute() == Attribute.ROUTINE_DEFINITION
                    || it.attribute() == Attribute.ROUTINE_KIND);
    Routine from = change.from();
    Routine to = change.to();
    if (definition && !isReplaceable(from, to)) {
      drop(change, from);
      if (create(change, to, Reverse.of(new RoutineOperation.DropRoutine(to)))) {
        annotations.restored(
            change, target(to), Annotations.of(from), Annotations.of(to), anchor(to));
      }
      return;
    }
    if (definition) {
      create(
          change,
          to,
          Reverse.of(new Operation.DisableBodyChecks(), new RoutineOperation.CreateRoutine(from)));
    }
    annotations.altered(
        change,
        target(to),
        change.differences(),
        Annotations.of(from),
        Annotations.of(to),
        anchor(to));
  }

  /** OR REPLACE can change neither kind nor result nor the names and defaults of parameters. */
  private static boolean isReplaceable(Routine from, Routine to) {
    return from.kind() == to.kind()
        && to.kind() != Routine.Kind.AGGREGATE
        && header(from).equals(header(to));
  }

  private static String header(Routine routine) {
    String definition = routine.definition().text();
    int language = definition.indexOf("\n LANGUAGE ");
    return language < 0 ? definition : definition.substring(0, language);
  }

  /** Routines of one name may get into each other's way whatever their arguments are called. */
  private static Handle anyOf(Routine routine) {
    return Handle.routine(routine.name(), "");
  }

  static Handle handle(Routine routine) {
    return Handle.routine(routine.name(), routine.arguments());
  }

  private static Anchor anchor(Routine routine) {
    return Anchor.of(Stage.CREATE_ROUTINE, handle(routine));
  }

  private static Target target(Routine routine) {
    Form form =
        switch (routine.kind()) {
          case FUNCTION, WINDOW -> Form.FUNCTION;
          case PROCEDURE -> Form.PROCEDURE;
          case AGGREGATE -> Form.AGGREGATE;
        };
    return Target.of(form, ObjectKind.ROUTINE, routine.name(), routine.arguments());
  }
}
