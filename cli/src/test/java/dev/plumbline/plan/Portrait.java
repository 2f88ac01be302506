package dev.plumbline.plan;

import dev.plumbline.schema.DatabaseSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A database as lines that can be compared one by one, without what no plan makes. */
final class Portrait {
  private Portrait() {}

  /** The lines that only one of the two has. */
  static List<String> difference(DatabaseSchema expected, DatabaseSchema actual) {
    var missing = new ArrayList<String>(of(expected));
    var additional = new ArrayList<String>(of(actual));
    missing.removeAll(of(actual));
    additional.removeAll(of(expected));
    var lines = new ArrayList<String>();
    missing.forEach(line -> lines.add("- " + line));
    additional.forEach(line -> lines.add("+ " + line));
    return lines;
  }

  private static List<String> of(DatabaseSchema schema) {
    var lines = new ArrayList<String>();
    schema.namespaces().forEach(it -> lines.add(it.toString()));
    schema.extensions().forEach(it -> lines.add(it.toString()));
    schema.enums().forEach(it -> lines.add(it.toString()));
    schema.domains().forEach(it -> lines.add(it.toString()));
    schema.compositeTypes().forEach(it -> lines.add(it.toString()));
    schema.sequences().forEach(it -> lines.add(it.toString()));
    schema.views().forEach(it -> lines.add(it.toString()));
    schema.routines().forEach(it -> lines.add(it.toString()));
    schema
        .tables()
        .forEach(table -> {
          table.columns().forEach(it -> lines.add(table.name() + " " + it));
          table.constraints().forEach(it -> lines.add(table.name() + " " + it));
          table.indexes().forEach(it -> lines.add(table.name() + " " + it));
          table.policies().forEach(it -> lines.add(table.name() + " " + it));
          table.triggers().forEach(it -> lines.add(table.name() + " " + it));
          table.rules().forEach(it -> lines.add(table.name() + " " + it));
          lines.add(
              table.name()
                  + " "
                  + table.persistence()
                  + table.partitioning()
                  + table.partitionOf()
                  + table.inherits()
                  + table.storageParameters()
                  + table.accessMethod()
                  + table.tablespace()
                  + table.rowSecurity()
                  + table.disabledForeignKeyTriggers()
                  + table.replicaIdentity()
                  + table.comment()
                  + table.owner()
                  + table.grants()
                  + table.columnGrants());
        });
    Collections.sort(lines);
    return lines;
  }
}
