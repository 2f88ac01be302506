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
      case Change.CreateRoutine create -> create(create, create.routine());
      case Change.DropRoutine drop -> drop(drop, drop.routine());
      case Change.AlterRoutine alter -> alter(alter);
    }
  }

  /** Creates a routine, or replaces it where only its inside differs. */
  void create(Change cause, Routine routine) {
    if (!isExecutable(routine)) {
      planning.unplanned(cause, "The definition of this routine is not known as a command.");
      return;
    }
    if (!bodiesUnchecked) {
      bodiesUnchecked = true;
      planning.add(Draft.of(cause, Stage.SETTINGS, new Operation.DisableBodyChecks()));
    }
    planning.add(
        Draft.of(cause, Stage.CREATE_ROUTINE, new RoutineOperation.CreateRoutine(routine))
            .provides(handle(routine))
            .requires(Handle.namespace(routine.name().namespace()))
            .mentions(signature(routine))
            .reverse(Reverse.of(new RoutineOperation.DropRoutine(routine))));
    annotations.created(cause, target(routine), Annotations.of(routine), anchor(routine));
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
            .removes(handle(routine))
            .releases(Handle.namespace(routine.name().namespace()))
            .formerlyMentions(signature(routine))
            .hazard(
                Hazard.Kind.MAY_FAIL_ON_DEPENDENTS,
                "Bodies of other routines may call it; Postgres does not know.")
            .reverse(Reverse.of(new RoutineOperation.CreateRoutine(routine))));
    rebuilds.routineDropped(cause, routine);
    return true;
  }

  private void alter(Change.AlterRoutine change) {
    boolean definition =
        change.differences().stream()
            .anyMatch(it ->
                it.attribute() == Attribute.ROUTINE_DEFINITION
                    || it.attribute() == Attribute.ROUTINE_KIND);
    if (definition && !isReplaceable(change.from(), change.to())) {
      drop(change, change.from());
      create(change, change.to());
    } else {
      if (definition) {
        create(change, change.to());
      }
      annotations.altered(
          change,
          target(change.to()),
          change.differences(),
          Annotations.of(change.from()),
          Annotations.of(change.to()),
          anchor(change.to()));
    }
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
