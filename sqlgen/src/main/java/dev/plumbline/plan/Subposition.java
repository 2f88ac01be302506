package dev.plumbline.plan;

/** Where a step stands among those of its table, unless it depends on another. */
final class Subposition {
  static final int TABLE = 0;
  static final int RENAME_PART = 10;
  static final int DROP_INDEX = 20;
  static final int DROP_CONSTRAINT = 30;
  static final int DROP_COLUMN = 40;
  static final int ADD_COLUMN = 50;
  static final int BACKFILL = 55;
  static final int ALTER_COLUMN = 60;
  static final int ALTER_TABLE = 70;
  static final int ADD_CONSTRAINT = 80;
  static final int CREATE_INDEX = 90;
  static final int AFTER_INDEXES = 1000;

  private Subposition() {}
}
