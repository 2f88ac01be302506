package dev.plumbline.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schema that the snapshots of drizzle-kit 1 add up to: a first one whole, the others as steps.
 */
final class DrizzleHistory {
  /** Those of which a Prisma schema speaks. */
  private static final Set<String> SPOKEN =
      Set.of("schemas", "tables", "enums", "columns", "indexes", "fks", "pks", "uniques", "checks");

  private final Map<String, JsonNode> entities = new LinkedHashMap<>();
  private final Set<String> leaves = new LinkedHashSet<>();

  private DrizzleHistory() {}

  /** The history that snapshots tell, from the first to the last. */
  static DrizzleHistory of(List<ObjectNode> snapshots) {
    DrizzleHistory history = new DrizzleHistory();
    snapshots.forEach(history::add);
    return history;
  }

  /** Whether there is no snapshot yet. */
  boolean isEmpty() {
    return leaves.isEmpty();
  }

  /** The snapshots on which no other stands. */
  List<String> leaves() {
    return new ArrayList<>(leaves);
  }

  private void add(ObjectNode snapshot) {
    snapshot.path("prevIds").forEach(previous -> leaves.remove(previous.asString("")));
    leaves.add(snapshot.path("id").asString(""));
    snapshot.path("ddl").forEach(entity -> entities.put(key(entity), entity));
    snapshot.path("deltas").forEach(this::apply);
  }

  private void apply(JsonNode delta) {
    String key = delta.path("key").asString("");
    switch (delta.path("op").asString("")) {
      case "create" -> entities.put(key(delta.path("row")), delta.path("row"));
      case "drop" -> entities.remove(key);
      default -> {
        if (entities.remove(key) instanceof ObjectNode before) {
          ObjectNode after = before.deepCopy();
          delta.path("set").forEachEntry(after::set);
          entities.put(key(after), after);
        }
      }
    }
  }

  /** What leads from this history to these entities. */
  void deltas(List<JsonNode> wanted, ArrayNode deltas) {
    Map<String, JsonNode> after = new LinkedHashMap<>();
    wanted.forEach(entity -> after.put(key(entity), entity));
    entities.forEach((key, before) -> {
      boolean same = before.equals(after.get(key));
      if (!same && SPOKEN.contains(before.path("entityType").asString(""))) {
        deltas.addObject().put("op", "drop").put("key", key);
      }
    });
    after.forEach((key, entity) -> {
      if (!entity.equals(entities.get(key))) {
        deltas.addObject().put("op", "create").set("row", entity);
      }
    });
  }

  // The kind, and the names that tell one of that kind from the others.
  private static String key(JsonNode entity) {
    String type = entity.path("entityType").asString("");
    ArrayNode names = JsonMapper.shared().createArrayNode();
    for (String name : List.of("schema", "table", "name")) {
      // An index has its name to itself in its namespace.
      if (entity.has(name) && !(type.equals("indexes") && name.equals("table"))) {
        names.add(entity.path(name));
      }
    }
    return type + "\0" + names;
  }
}
