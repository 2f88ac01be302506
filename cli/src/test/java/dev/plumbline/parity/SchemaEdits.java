package dev.plumbline.parity;

import dev.plumbline.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Edits of a schema such as a team makes them from release to release: fields, types, defaults,
 * indexes, relations, enums and models come, change and go. Each leaves a schema that Prisma
 * accepts.
 */
public final class SchemaEdits {
  private static final int TRIES = 12;
  private static final Pattern BLOCK =
      Pattern.compile("(?m)^(model|enum|view|type)[ \\t]+(\\w+)[ \\t]*\\{\\n([\\s\\S]*?)^\\}");
  private static final Pattern FIELD =
      Pattern.compile(
          "(?m)^([ \\t]+)([A-Za-z]\\w*)([ \\t]+)"
              + "(Int|BigInt|String|Boolean|Float|Decimal|DateTime|Json|Bytes)(\\[\\]|\\?)?"
              + "(?![\\w(])([^\\n/]*)");
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?m)^[ \\t]+\\w+[ \\t]+(\\w+)\\??[ \\t][^\\n]*fields:[ \\t]*\\[(\\w+)\\][^\\n]*");
  private static final Pattern LINE = Pattern.compile("(?m)^[ \\t]+(?:\\w|@@)[^\\n]*\\n");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("[ \\t]@@?(?!relation|map)[\\w.]+(?:\\((?:[^()\\n]|\\([^()\\n]*\\))*+\\))?");
  private static final Pattern ACTION = Pattern.compile("on(Delete|Update): *\\w+");
  private static final Pattern VALUE = Pattern.compile("(?m)^([ \\t]+)([A-Za-z]\\w*)([^\\n]*)\\n");
  private static final Pattern MAP = Pattern.compile("map: *\"[^\"\\n]*\"");

  private final Draw draw;
  private int count;

  /** Edits by chance. */
  SchemaEdits(Draw draw) {
    this.draw = draw;
  }

  /** A schema after edits, which depend on nothing but the seed. */
  public static SchemaText of(SchemaText schema, long seed) {
    var draw = new Draw(seed);
    int edits = draw.chance(50) ? draw.between(1, 3) : draw.between(4, 20);
    return new SchemaEdits(draw).edited(schema, edits);
  }

  /** What a seed begins with: one in two is a real schema, where there are real ones. */
  public static SchemaText first(List<SchemaText> real, SchemaText random, long seed) {
    return real.isEmpty() || seed % 2 == 0 ? random : real.get((int) (seed / 2 % real.size()));
  }

  private SchemaText edited(SchemaText schema, int edits) {
    SchemaText edited = schema;
    for (int done = 0, tries = 0; done < edits && tries < edits * TRIES; tries++) {
      SchemaText next = once(edited);
      if (!next.equals(edited) && isAccepted(next)) {
        edited = next;
        done++;
      }
    }
    return edited;
  }

  private static boolean isAccepted(SchemaText schema) {
    return Pipeline.check(schema).diagnostics().stream().noneMatch(Diagnostic::isError);
  }

  private SchemaText once(SchemaText schema) {
    var files = new ArrayList<>(schema.files());
    int at = draw.between(0, files.size() - 1);
    String text = files.get(at).text();
    List<MatchResult> blocks = BLOCK.matcher(text).results().toList();
    if (blocks.isEmpty()) {
      return schema;
    }
    files.set(at, new SchemaText.File(files.get(at).name(), once(text, draw.of(blocks))));
    return new SchemaText(schema.name(), files);
  }

  private String once(String text, MatchResult block) {
    String body = block.group(3);
    boolean isEnum = block.group(1).equals("enum");
    int kind = draw.between(0, 99);
    if (kind < 4) {
      return withoutBlock(text, block);
    }
    if (kind < 9) {
      return newModel(text, block);
    }
    if (kind < 14) {
      return otherKey(text, block);
    }
    if (kind < 18) {
      return mapped(text, block);
    }
    String changed = isEnum ? values(body) : kind < 60 ? fields(body) : lines(body);
    return text.substring(0, block.start(3)) + changed + text.substring(block.end(3));
  }

  /** Without a model or enum, and without the fields of its type. */
  private String withoutBlock(String text, MatchResult block) {
    String rest = replaced(text, block, "");
    return rest.replaceAll(
        "(?m)^[ \\t]+\\w+[ \\t]+" + block.group(2) + "(\\[\\]|\\?)?(?!\\w).*\\n", "");
  }

  private String newModel(String text, MatchResult block) {
    String name = name("Added");
    if (!block.group(1).equals("model") || draw.chance(20)) {
      return text + "\nmodel " + name + " {\n  id String @id @default(uuid())\n  at DateTime\n}\n";
    }
    if (draw.chance(30)) {
      return within(text, block, "  many%s %s[]\n".formatted(name, name))
          + "\nmodel %s {\n  id Int @id @default(autoincrement())\n  many%s %s[]\n}\n"
              .formatted(name, name, block.group(2));
    }
    Matcher key =
        Pattern.compile("(\\w+)[ \\t]+(\\w+)([^\\n]*@id\\b[^\\n]*)").matcher(block.group(3));
    if (!key.find()) {
      return text;
    }
    Matcher nativeType = Pattern.compile("@db\\.\\w+(\\(\\d+\\))?").matcher(key.group(3));
    return within(text, block, "  all%s %s[]\n".formatted(name, name))
        + """

        model %s {
          id BigInt @id @default(autoincrement())
          ownerId %s %s
          owner %s @relation(fields: [ownerId], references: [%s]%s)
          note String? @db.VarChar(80)
          @@index([ownerId, note])
        }
        """
            .formatted(
                name,
                key.group(2),
                nativeType.find() ? nativeType.group() : "",
                block.group(2),
                key.group(1),
                draw.of("", ", onDelete: Cascade", ", onDelete: Restrict, onUpdate: NoAction"));
  }

  private static String within(String text, MatchResult block, String line) {
    return text.substring(0, block.end(3)) + line + text.substring(block.end(3));
  }

  /** Another type for a key and for all that points at it. */
  private String otherKey(String text, MatchResult block) {
    Matcher key =
        Pattern.compile("(?m)^[ \\t]+(\\w+)[ \\t]+(Int|BigInt|String)[ \\t][^\\n]*@id\\b[^\\n]*\\n")
            .matcher(block.group(3));
    if (!key.find()) {
      return text;
    }
    String type =
        draw.of(
            "Int @id @default(autoincrement())",
            "BigInt @id @default(autoincrement())",
            "BigInt @id",
            "String @id @default(uuid()) @db.Uuid",
            "String @id @default(cuid())");
    String changed = replaced(text, block, block.group().replace(key.group(), ""));
    changed =
        changed.replaceFirst(
            "(model[ \\t]+" + block.group(2) + "[ \\t]*\\{\\n)",
            "$1  " + key.group(1) + " " + type + "\n");
    String plain = type.replaceAll("@id|@default\\((\\w*\\(\\))?\\)", "");
    var result = new StringBuilder();
    Matcher blocks = BLOCK.matcher(changed);
    while (blocks.find()) {
      blocks.appendReplacement(
          result, Matcher.quoteReplacement(pointing(blocks.group(), block.group(2), plain)));
    }
    return blocks.appendTail(result).toString();
  }

  private static String pointing(String block, String target, String type) {
    String changed = block;
    for (MatchResult reference : REFERENCE.matcher(block).results().toList()) {
      if (reference.group(1).equals(target)) {
        changed =
            changed.replaceAll(
                "(?m)^([ \\t]+"
                    + reference.group(2)
                    + "[ \\t]+)\\w+(\\??)([^\\n]*?)(@db\\.\\w+(\\(\\d+\\))?)?$",
                "$1"
                    + type.strip().replaceFirst(" .*", "")
                    + "$2 "
                    + (type.contains("@db") ? "@db.Uuid" : "")
                    + "$3");
      }
    }
    return changed;
  }

  private String mapped(String text, MatchResult block) {
    String body = block.group(3).replaceAll("(?m)^[ \\t]*@@map\\([^)]*\\)[^\\n]*\\n", "");
    String map = draw.chance(70) ? "  @@map(\"" + name("mapped_") + "\")\n" : "";
    return text.substring(0, block.start(3)) + body + map + text.substring(block.end(3));
  }

  private String values(String body) {
    List<MatchResult> values = VALUE.matcher(body).results().toList();
    if (values.isEmpty()) {
      return body;
    }
    MatchResult value = draw.of(values);
    String added = "  " + name("ADDED_") + "\n";
    return switch (draw.between(0, 5)) {
      case 0 -> replaced(body, value, "");
      case 1 -> replaced(body, value, value.group() + added);
      case 2 -> added + body;
      case 3 -> replaced(body, value, "") + value.group();
      case 4 -> replaced(body, value, "  " + value.group(2) + " @map(\"" + name("v ") + "\")\n");
      default -> replaced(body, value, added);
    };
  }

  private String fields(String body) {
    List<MatchResult> fields = FIELD.matcher(body).results().toList();
    if (fields.isEmpty() || draw.chance(20)) {
      return newField() + body;
    }
    MatchResult field = draw.of(fields);
    String arity = field.group(5) == null ? "" : field.group(5);
    String rest = field.group(6);
    return switch (draw.between(0, 9)) {
      case 0 -> replaced(body, field, "").replace("\n\n", "\n");
      case 1, 2 -> replaced(body, field, line(field, otherType(), arity, keptOnly(rest)));
      case 3, 4 ->
          replaced(body, field, line(field, field.group(4), draw.of("", "?", "?", "[]"), rest));
      case 5 ->
          replaced(
              body,
              field,
              line(
                  field,
                  field.group(4),
                  arity,
                  without(rest, "@default") + value(field.group(4), arity)));
      case 6 ->
          replaced(
              body,
              field,
              line(
                  field, field.group(4), arity, without(rest, "@db") + nativeType(field.group(4))));
      case 7 ->
          replaced(
              body,
              field,
              line(
                  field,
                  field.group(4),
                  arity,
                  rest.contains("@unique") ? without(rest, "@unique") : rest + " @unique"));
      case 8 ->
          replaced(
              body,
              field,
              line(
                  field,
                  field.group(4),
                  arity,
                  without(rest, "@map") + " @map(\"" + name("col_") + "\")"));
      default -> replaced(body, field, renamed(field, arity, rest));
    };
  }

  /** A field of another column, with or without a word about where it comes from. */
  private String renamed(MatchResult field, String arity, String rest) {
    Matcher map = Pattern.compile("@map\\(\"([^\"]*)\"\\)").matcher(rest);
    String column = map.find() ? map.group(1) : field.group(2);
    String directive =
        draw.chance(60) ? field.group(1) + "/// @pg.renamedFrom(\"" + column + "\")\n" : "";
    return directive
        + line(
            field,
            field.group(4),
            arity,
            without(rest, "@map") + " @map(\"" + name("new_") + "\")");
  }

  private static String line(MatchResult field, String type, String arity, String rest) {
    return field.group(1) + field.group(2) + field.group(3) + type + arity + " " + rest;
  }

  private static String keptOnly(String rest) {
    return without(without(rest, "@db"), "@default");
  }

  private static String without(String rest, String attribute) {
    return rest.replaceAll(attribute + "(\\.\\w+)?(\\((?:[^()\\n]|\\([^()\\n]*\\))*+\\))?", "");
  }

  private String newField() {
    String name = name("field");
    String type = otherType();
    String arity = draw.of("", "?", "?", "[]");
    return "  "
        + name
        + " "
        + type
        + arity
        + (draw.chance(50) ? value(type, arity) : "")
        + (draw.chance(40) ? nativeType(type) : "")
        + draw.of("", "", "", " @unique", " @map(\"" + name("col_") + "\")")
        + "\n";
  }

  private String otherType() {
    return draw.of(
        "Int", "BigInt", "String", "Boolean", "Float", "Decimal", "DateTime", "Json", "Bytes");
  }

  private String value(String type, String arity) {
    if (arity.equals("[]")) {
      return draw.of("", " @default([])");
    }
    return switch (type) {
      case "Int", "BigInt" ->
          draw.of(
              "", " @default(0)", " @default(-1)", " @default(42)", " @default(autoincrement())");
      case "Float", "Decimal" -> draw.of("", " @default(0)", " @default(1.5)");
      case "Boolean" -> draw.of("", " @default(true)", " @default(false)");
      case "DateTime" -> draw.of("", " @default(now())", " @default(\"2020-01-01T00:00:00Z\")");
      case "Json" -> draw.of("", " @default(\"{}\")", " @default(\"[1, \\\"a'b\\\"]\")");
      case "String" ->
          draw.of(
              "",
              " @default(\"\")",
              " @default(\"it's\")",
              " @default(uuid())",
              " @default(dbgenerated(\"lower('A')\"))");
      default -> "";
    };
  }

  private String nativeType(String type) {
    return switch (type) {
      case "Int" -> draw.of("", " @db.SmallInt", " @db.Integer", " @db.Oid");
      case "Decimal" -> draw.of("", " @db.Decimal(10, 2)", " @db.Decimal(30, 0)", " @db.Money");
      case "Float" -> draw.of("", " @db.Real", " @db.DoublePrecision");
      case "DateTime" ->
          draw.of(
              "",
              " @db.Timestamptz(6)",
              " @db.Timestamp(0)",
              " @db.Date",
              " @db.Time(3)",
              " @db.Timetz");
      case "Json" -> draw.of("", " @db.Json", " @db.JsonB");
      case "String" ->
          draw.of(
              "",
              " @db.VarChar(20)",
              " @db.VarChar(200)",
              " @db.Char(3)",
              " @db.Uuid",
              " @db.Inet",
              " @db.Xml",
              " @db.Bit(3)",
              " @db.VarBit");
      default -> "";
    };
  }

  private String lines(String body) {
    List<MatchResult> lines = LINE.matcher(body).results().toList();
    List<MatchResult> attributes = ATTRIBUTE.matcher(body).results().toList();
    List<MatchResult> actions = ACTION.matcher(body).results().toList();
    List<MatchResult> maps = MAP.matcher(body).results().toList();
    return switch (draw.between(0, 9)) {
      case 0, 1 -> lines.isEmpty() ? body : replaced(body, draw.of(lines), "");
      case 2 -> attributes.isEmpty() ? body : replaced(body, draw.of(attributes), "");
      case 3 ->
          actions.isEmpty()
              ? body
              : replaced(
                  body,
                  draw.of(actions),
                  "on"
                      + draw.of("Delete", "Update")
                      + ": "
                      + draw.of("Cascade", "Restrict", "NoAction", "SetNull", "SetDefault"));
      case 4 ->
          maps.isEmpty() ? body : replaced(body, draw.of(maps), "map: \"" + name("named ") + "\"");
      case 5 -> "  /// It's why; -- " + count + "\n" + body;
      default -> body + index(body);
    };
  }

  private String index(String body) {
    List<String> fields = FIELD.matcher(body).results().map(field -> field.group(2)).toList();
    if (fields.isEmpty()) {
      return "";
    }
    String keys = String.join(", ", draw.some(fields, draw.between(1, 3)));
    String first = draw.of(fields);
    return switch (draw.between(0, 8)) {
      case 0, 1 -> "  @@index([" + keys + "])\n";
      case 2 -> "  @@unique([" + keys + "])\n";
      case 3 -> "  @@index([" + first + "(sort: Desc)], map: \"" + name("idx ") + "\")\n";
      case 4 -> "  @@index([" + first + "], type: " + draw.of("Hash", "Gin", "Brin") + ")\n";
      case 5 -> "  @@unique([" + keys + "], map: \"" + name("uq_") + "\") // unique, it's so\n";
      case 6 -> "  /// @pg(where: \"1 < 2\", with: \"fillfactor=70\")\n  @@index([" + keys + "])\n";
      case 7 -> "  @@id([" + keys + "])\n";
      default -> "  /// Why\n  /// @pg(include: [" + first + "])\n  @@index([" + keys + "])\n";
    };
  }

  private String name(String start) {
    return start + ++count;
  }

  private static String replaced(String text, MatchResult part, String by) {
    return text.substring(0, part.start()) + by + text.substring(part.end());
  }
}
