package dev.plumbline.parity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A model of a random schema while it is being made. */
final class ModelDraft {
  final String name;
  final String table;
  final boolean mapped;
  final Optional<String> namespace;
  final List<FieldDraft> fields = new ArrayList<>();
  final List<String> relationLines = new ArrayList<>();
  final List<String> blockLines = new ArrayList<>();
  final List<String> commentLines = new ArrayList<>();

  /** The keys that a foreign key can point at. */
  final List<List<FieldDraft>> keys = new ArrayList<>();

  boolean ignored;
  Optional<FieldDraft> singleId = Optional.empty();
  private final Set<String> defaultNames = new HashSet<>();
  private final Set<String> cutSuffixes = new HashSet<>();

  ModelDraft(String name, Optional<String> mappedTable, Optional<String> namespace) {
    this.name = name;
    this.table = mappedTable.orElse(name);
    this.mapped = mappedTable.isPresent();
    this.namespace = namespace;
  }

  /** A field while it is being made. */
  static final class FieldDraft {
    final String name;
    final Optional<String> mappedColumn;
    final String type;
    final RandomType.Family family;
    final RandomType randomType;
    String arity = "";
    final List<String> attributes = new ArrayList<>();
    final List<String> commentLines = new ArrayList<>();

    /** Whether a foreign key uses it. */
    boolean foreign;

    FieldDraft(String name, Optional<String> mappedColumn, String type, RandomType randomType) {
      this.name = name;
      this.mappedColumn = mappedColumn;
      this.type = type;
      this.randomType = randomType;
      this.family = randomType.family();
      mappedColumn.ifPresent(column -> attributes.add("@map(\"" + column + "\")"));
      if (!randomType.nativeType().isEmpty()) {
        attributes.add(randomType.nativeType());
      }
    }

    String column() {
      return mappedColumn.orElse(name);
    }

    boolean ordered() {
      return randomType.ordered();
    }

    boolean required() {
      return arity.isEmpty();
    }

    boolean list() {
      return arity.equals("[]");
    }

    String line() {
      return name
          + " "
          + type
          + arity
          + attributes.stream().map(a -> " " + a).reduce("", String::concat);
    }
  }

  /**
   * Whether the default name of a key or index is free: Prisma cuts long names, and refuses a
   * schema in which two become the same.
   */
  boolean takeDefaultName(String suffix, List<FieldDraft> columns) {
    String full = table + suffix;
    for (FieldDraft column : columns) {
      full += "_" + column.column();
    }
    if (RandomNames.bytes(full) > 60) {
      return cutSuffixes.add(suffix);
    }
    return defaultNames.add(full);
  }

  /** The fields that have a column. */
  List<FieldDraft> required() {
    return fields.stream().filter(FieldDraft::required).toList();
  }

  String text(String keyword) {
    var text = new StringBuilder();
    commentLines.forEach(line -> text.append("/// ").append(line).append('\n'));
    text.append(keyword).append(' ').append(name).append(" {\n");
    for (FieldDraft field : fields) {
      field.commentLines.forEach(line -> text.append("  /// ").append(line).append('\n'));
      text.append("  ").append(field.line()).append('\n');
    }
    relationLines.forEach(line -> text.append("  ").append(line).append('\n'));
    blockLines.forEach(line -> text.append("  ").append(line).append('\n'));
    if (mapped) {
      text.append("  @@map(\"").append(table).append("\")\n");
    }
    namespace.ifPresent(n -> text.append("  @@schema(\"").append(n).append("\")\n"));
    if (ignored) {
      text.append("  @@ignore\n");
    }
    return text.append("}\n").toString();
  }
}
