package dev.plumbline.plan;

import dev.plumbline.plan.PlanOptions.Convention;

/**
 * The parts of a plan. They order what does not depend on each other; dependencies come first. In
 * our own convention whatever concerns one table stands together, in Prisma's each kind of step
 * does.
 */
enum Stage {
  SETTINGS(0, 0),
  CREATE_NAMESPACE(10, 10),
  CREATE_EXTENSION(20, 30),
  DROP_DEPENDENT(30, 35),
  DROP_FOREIGN_KEY(40, 60),
  RENAME(50, 36),
  DROP_TABLE(60, 90),
  CREATE_TYPE(70, 40),
  ALTER_TYPE(70, 50),
  CREATE_SEQUENCE(80, 78),
  CREATE_ROUTINE(90, 79),
  DROP_INDEX(100, 70),
  ALTER_TABLE(100, 80),
  CREATE_TABLE(100, 110),
  CREATE_INDEX(100, 120),
  ADD_FOREIGN_KEY(110, 130),
  RENAME_FOREIGN_KEY(50, 140),
  RENAME_INDEX(50, 150),
  CREATE_VIEW(120, 160),
  CREATE_DEPENDENT(130, 170),
  DROP_ROUTINE(140, 180),
  DROP_SEQUENCE(150, 85),
  DROP_TYPE(160, 100),
  DROP_EXTENSION(170, 20),
  DROP_NAMESPACE(180, 190);

  private final int plumbline;
  private final int prisma;

  Stage(int plumbline, int prisma) {
    this.plumbline = plumbline;
    this.prisma = prisma;
  }

  int rank(Convention convention) {
    return switch (convention) {
      case PLUMBLINE -> plumbline;
      case PRISMA -> prisma;
    };
  }
}
