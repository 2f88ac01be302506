package dev.plumbline.prisma.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the names of constraints where they must be unique: primary keys and indexes in their
 * namespace, because Postgres keeps them with the tables; and with foreign keys in their table.
 */
final class NameClashes {
  private static final String GLOBAL = "Keys and indexes";

  private final Map<InNamespace, Integer> global = new HashMap<>();
  private final IdentityHashMap<ModelDraft, Map<String, Integer>> local = new IdentityHashMap<>();
  private final IdentityHashMap<ModelDraft, Map<String, Integer>> client = new IdentityHashMap<>();

  private record InNamespace(Optional<String> namespace, String name) {}

  NameClashes(SchemaDraft schema, Settings settings) {
    for (ModelDraft model : schema.modelsAndViews()) {
      model.primaryKey().ifPresent(this::countInClient);
      model.indexes().forEach(this::countInClient);
    }
    // Names of an unknown database cannot clash.
    if (settings.datasource().isPresent()) {
      countInDatabase(schema);
    }
  }

  private void countInDatabase(SchemaDraft schema) {
    for (ModelDraft model : schema.modelsAndViews()) {
      model.primaryKey().ifPresent(this::count);
      model.indexes().forEach(this::count);
    }
    for (RelationPair relation : schema.relations()) {
      // Without a forward field Prisma looks for the name at the model that has the other one.
      ModelDraft owner = relation.forward().isPresent() ? relation.from() : relation.to();
      if (relation.hasForeignKey() && !owner.isView()) {
        increment(local, owner, relation.constraintName());
      }
    }
  }

  private void count(KeyDraft key) {
    String name = key.constraintName();
    global.merge(new InNamespace(key.model().namespaceName(), name), 1, Integer::sum);
    increment(local, key.model(), name);
  }

  private void countInClient(KeyDraft key) {
    key.names().client().ifPresent(found -> increment(client, key.model(), found));
  }

  private static void increment(
      IdentityHashMap<ModelDraft, Map<String, Integer>> counts, ModelDraft model, String name) {
    counts.computeIfAbsent(model, absent -> new HashMap<>()).merge(name, 1, Integer::sum);
  }

  /** The spaces in which the name of a primary key or index is not unique. */
  List<String> ofKey(KeyDraft key) {
    List<String> spaces = new ArrayList<>();
    String name = key.constraintName();
    if (global.getOrDefault(new InNamespace(key.model().namespaceName(), name), 0) > 1) {
      spaces.add(GLOBAL);
    }
    if (key.kind() == KeyDraft.Kind.ID) {
      spaces.addAll(inTable(key.model(), name));
    }
    return spaces;
  }

  /** The spaces in which the name of a foreign key is not unique. */
  List<String> ofRelation(RelationPair relation) {
    return inTable(relation.from(), relation.constraintName());
  }

  private List<String> inTable(ModelDraft model, String name) {
    return countIn(local, model, name) > 1
        ? List.of("Keys, indexes and foreign keys of one table")
        : List.of();
  }

  private static int countIn(
      IdentityHashMap<ModelDraft, Map<String, Integer>> counts, ModelDraft model, String name) {
    return counts.getOrDefault(model, Map.of()).getOrDefault(name, 0);
  }

  /** Whether another key of the model has the same name in Prisma Client. */
  boolean clientNameIsTaken(ModelDraft model, String name) {
    return countIn(client, model, name) > 1;
  }

  /** Whether a key of the model has this name in Prisma Client. */
  boolean isClientName(ModelDraft model, String name) {
    return countIn(client, model, name) > 0;
  }

  static String message(String name, String space) {
    return space
        + " need different names, and `"
        + name
        + "` is taken twice; give one another `map`.";
  }
}
