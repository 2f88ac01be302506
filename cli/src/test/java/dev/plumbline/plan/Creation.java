package dev.plumbline.plan;

import dev.plumbline.diff.Change;
import dev.plumbline.schema.DatabaseSchema;
import java.util.ArrayList;
import java.util.List;

/** The changes that lead from nothing to a database. */
final class Creation {
  private Creation() {}

  static List<Change> of(DatabaseSchema schema) {
    var changes = new ArrayList<Change>();
    schema.namespaces().forEach(it -> changes.add(new Change.CreateNamespace(it)));
    schema.extensions().forEach(it -> changes.add(new Change.CreateExtension(it)));
    schema.enums().forEach(it -> changes.add(new Change.CreateEnum(it)));
    schema.domains().forEach(it -> changes.add(new Change.CreateDomain(it)));
    schema.compositeTypes().forEach(it -> changes.add(new Change.CreateCompositeType(it)));
    schema.sequences().forEach(it -> changes.add(new Change.CreateSequence(it)));
    schema.tables().forEach(it -> changes.add(new Change.CreateTable(it)));
    schema.views().forEach(it -> changes.add(new Change.CreateView(it)));
    schema.routines().forEach(it -> changes.add(new Change.CreateRoutine(it)));
    return changes;
  }
}
