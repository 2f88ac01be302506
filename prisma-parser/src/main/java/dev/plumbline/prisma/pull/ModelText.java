package dev.plumbline.prisma.pull;

import dev.plumbline.schema.Column;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.NameLimit;
import dev.plumbline.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The model of a table that only the database has: its columns and what tells rows apart. */
final class ModelText {
  private final Landmarks landmarks;
  private final Table table;
  private final String name;
  private final Map<String, String> fields = new HashMap<>();

  ModelText(Landmarks landmarks, Table table, String name) {
    this.landmarks = landmarks;
    this.table = table;
    this.name = name;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    table
        .comment()
        .ifPresent(said -> said.lines().forEach(line -> text.append("/// " + line + "\n")));
    text.append("model ").append(name).append(" {\n");
    columns().forEach(line -> text.append("  ").append(line).append('\n'));
    List<String> attributes = attributes();
    if (!attributes.isEmpty()) {
      text.append('\n');
      attributes.forEach(line -> text.append("  ").append(line).append('\n'));
    }
    return text.append("}\n").toString();
  }

  private List<String> columns() {
    FieldEdits edits = new FieldEdits(landmarks);
    List<String> lines = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Column column : table.columns()) {
      String field = Spelling.identifier(column.name(), taken);
      String key =
          key()
              .filter(found -> found.columns().equals(List.of(column.name())))
              .map(found -> "@id" + map(found.name(), "_pkey").map(m -> "(" + m + ")").orElse(""))
              .orElse("");
      lines.addAll(edits.lines(column, taken, key));
      taken.add(field);
      fields.put(column.name(), field);
    }
    return lines;
  }

  private Optional<Constraint.PrimaryKey> key() {
    return table.primaryKey();
  }

  private Optional<String> map(String given, String suffix) {
    String usual = NameLimit.cut(table.name().name(), NameLimit.BYTES - suffix.length()) + suffix;
    return given.equals(usual) ? Optional.empty() : Optional.of("map: " + Spelling.quoted(given));
  }

  private List<String> attributes() {
    List<String> attributes = new ArrayList<>();
    key()
        .filter(found -> found.columns().size() > 1)
        .ifPresent(found ->
            attributes.add(
                "@@id(%s%s)"
                    .formatted(
                        list(found.columns()),
                        map(found.name(), "_pkey").map(m -> ", " + m).orElse(""))));
    // What is unique is said at once: a model needs something that tells rows apart.
    boolean told = key().isPresent();
    for (Index index : uniqueIndexes()) {
      List<String> columns =
          index.keys().stream().map(key -> ((IndexKey.OfColumn) key).column()).toList();
      attributes.add(
          "@@unique(%s, map: %s)".formatted(list(columns), Spelling.quoted(index.name())));
      told = true;
    }
    if (!told) {
      attributes.add("@@ignore");
    }
    if (!name.equals(table.name().name())) {
      attributes.add("@@map(" + Spelling.quoted(table.name().name()) + ")");
    }
    if (landmarks.saysNamespaces()) {
      attributes.add("@@schema(" + Spelling.quoted(table.name().namespace()) + ")");
    }
    return attributes;
  }

  private List<Index> uniqueIndexes() {
    Stream<Index> constraints =
        table.constraints().stream()
            .filter(Constraint.Unique.class::isInstance)
            .map(Constraint.Unique.class::cast)
            .map(KeyEdits::index);
    return Stream.concat(constraints, table.indexes().stream()).filter(this::isPlain).toList();
  }

  private boolean isPlain(Index index) {
    return index.unique()
        && index.predicate().isEmpty()
        && index.nullsDistinct()
        && index.include().isEmpty()
        && index.storageParameters().isEmpty()
        && index.state() == Index.State.VALID
        && index.keys().stream()
            .allMatch(key ->
                key instanceof IndexKey.OfColumn column
                    && !column.ordering().descending()
                    && table.column(column.column()).filter(c -> !c.nullable()).isPresent());
  }

  private String list(List<String> columns) {
    return Spelling.list(
        columns.stream().map(column -> fields.getOrDefault(column, column)).toList());
  }
}
