package dev.plumbline.plan;

import dev.plumbline.schema.Routine;

/** An operation on a function, procedure or aggregate. */
public sealed interface RoutineOperation extends Operation {

  /** CREATE OR REPLACE, as its definition has it. */
  record CreateRoutine(Routine routine) implements RoutineOperation {}

  /** DROP FUNCTION, PROCEDURE or AGGREGATE. */
  record DropRoutine(Routine routine) implements RoutineOperation {}
}
