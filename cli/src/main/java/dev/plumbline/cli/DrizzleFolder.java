package dev.plumbline.cli;

import dev.plumbline.export.DrizzleEntities;
import dev.plumbline.export.DrizzleGeneration;
import dev.plumbline.export.DrizzleSchema;
import dev.plumbline.export.DrizzleSnapshot;
import dev.plumbline.migration.NewFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What Drizzle keeps beside its migrations: the journal, and what the schema was after each. */
final class DrizzleFolder {
  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
  private static final String JOURNAL = "meta/_journal.json";

  private final Path folder;
  private final SchemaFiles names;
  private final JsonMapper json = JsonMapper.shared();

  DrizzleFolder(Path folder, SchemaFiles names) {
    this.folder = folder;
    this.names = names;
  }

  /**
   * The files beside a migration.
   *
   * @param snapshot what the schema is after it
   * @param journal the journal with it; empty where there is none
   */
  record Beside(NewFile snapshot, Optional<NewFile> journal) {}

  /**
   * The files beside a new migration.
   *
   * @param script its script
   * @param schema what Drizzle can say of the database after it
   */
  Beside beside(NewFile script, DrizzleSchema schema, DrizzleGeneration generation) {
    return switch (generation) {
      case JOURNAL -> withJournal(script, schema);
      case FOLDERS -> inFolder(script, schema);
    };
  }

  private Beside withJournal(NewFile script, DrizzleSchema schema) {
    String tag = script.path().substring(0, script.path().length() - ".sql".length());
    ObjectNode journal =
        Files.exists(folder.resolve(JOURNAL))
            ? read(folder.resolve(JOURNAL))
            : json.createObjectNode().put("version", "7").put("dialect", "postgresql");
    ArrayNode entries = journal.withArray("entries");
    Optional<ObjectNode> before =
        entries.isEmpty()
            ? Optional.empty()
            : Optional.of(folder.resolve(snapshotOf(last(entries).path("tag").asString(""))))
                .filter(Files::exists)
                .map(this::read);
    long earliest = entries.isEmpty() ? 0 : last(entries).path("when").asLong(0) + 1;
    entries
        .addObject()
        .put("idx", entries.size() - 1)
        .put("version", "7")
        .put("when", Math.max(earliest, Instant.now().toEpochMilli()))
        .put("tag", tag)
        .put("breakpoints", true);
    return new Beside(
        new NewFile(snapshotOf(tag), text(oldSnapshot(script, schema, before))),
        Optional.of(new NewFile(JOURNAL, text(journal))));
  }

  private static JsonNode last(ArrayNode entries) {
    return entries.get(entries.size() - 1);
  }

  private static String snapshotOf(String tag) {
    return "meta/" + tag.split("_", 2)[0] + "_snapshot.json";
  }

  private Map<String, Object> oldSnapshot(
      NewFile script, DrizzleSchema schema, Optional<ObjectNode> before) {
    String previous = before.map(it -> it.path("id").asString(NOBODY)).orElse(NOBODY);
    Map<String, Object> snapshot = new LinkedHashMap<>();
    snapshot.put("id", id(previous, script));
    snapshot.put("prevId", previous);
    snapshot.put("version", "7");
    snapshot.put("dialect", "postgresql");
    snapshot.putAll(DrizzleSnapshot.of(schema));
    // The schema does not speak of these; who made them keeps them.
    for (String kind : List.of("sequences", "roles", "policies", "views")) {
      snapshot.put(kind, before.<Object>map(it -> it.path(kind)).orElse(Map.of()));
    }
    snapshot.put("_meta", Map.of("columns", Map.of(), "schemas", Map.of(), "tables", Map.of()));
    return snapshot;
  }

  private static String id(String previous, NewFile script) {
    byte[] content = (previous + script.path() + script.text()).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(content).toString();
  }

  private Beside inFolder(NewFile script, DrizzleSchema schema) {
    DrizzleHistory history = DrizzleHistory.of(snapshots());
    List<JsonNode> entities = new ArrayList<>();
    DrizzleEntities.of(schema).forEach(entity -> entities.add(json.valueToTree(entity)));
    ObjectNode snapshot = json.createObjectNode();
    snapshot.put("type", history.isEmpty() ? "base" : "diff");
    snapshot.put("version", "9");
    snapshot.put("dialect", "postgres");
    snapshot.put("id", id(String.join(",", history.leaves()), script));
    ArrayNode previous = snapshot.putArray("prevIds");
    history.leaves().forEach(previous::add);
    if (history.isEmpty()) {
      previous.add(NOBODY);
    }
    snapshot.putArray("footprints");
    if (history.isEmpty()) {
      snapshot.putArray("ddl").addAll(entities);
    } else {
      history.deltas(entities, snapshot.putArray("deltas"));
    }
    String path = script.path().substring(0, script.path().lastIndexOf('/') + 1) + "snapshot.json";
    return new Beside(new NewFile(path, text(snapshot)), Optional.empty());
  }

  private List<ObjectNode> snapshots() {
    return MigrationFolder.find(folder, names).stream()
        .flatMap(found -> found.files().stream())
        .map(file -> folder.resolve(file.name()).resolve("snapshot.json"))
        .filter(Files::exists)
        .map(this::read)
        .toList();
  }

  private ObjectNode read(Path file) {
    String name = names.shown(file);
    try {
      if (json.readTree(FileText.read(file, name)) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException e) {
      throw broken(name);
    }
    throw broken(name);
  }

  private static UserException broken(String name) {
    return UserException.error(
        name + " is not what drizzle-kit writes", "Take it from version control.");
  }

  private String text(Object value) {
    return json.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }
}
