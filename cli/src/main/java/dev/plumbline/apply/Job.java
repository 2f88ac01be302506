package dev.plumbline.apply;

import dev.plumbline.migration.MigrationFile;
import dev.plumbline.migration.MigrationStyle;
import dev.plumbline.source.SourceFile;
import java.sql.SQLException;

/**
 * One migration that is run, or one that is taken back.
 *
 * @param file the migration
 * @param script what runs
 * @param back whether it is taken back
 */
record Job(MigrationFile file, SourceFile script, boolean back) {
  static Job forth(MigrationFile file) {
    return new Job(file, file.script(), false);
  }

  static Job back(MigrationFile file, SourceFile script) {
    return new Job(file, script, true);
  }

  String name() {
    return file.name();
  }

  String checksum(MigrationStyle style) {
    return MigrationFile.of(file.name(), script).checksum(style);
  }

  /** Notes that it has begun. */
  void begin(HistoryTable history) throws SQLException {
    if (!back) {
      history.begin(file);
    }
  }

  /** Notes that it has ended. */
  void finish(HistoryTable history) throws SQLException {
    if (back) {
      history.forget(file);
    } else {
      history.finish(file);
    }
  }

  /** Notes why it has not. */
  void fail(HistoryTable history, String message) throws SQLException {
    if (!back) {
      history.fail(file, message);
    }
  }
}
