package dev.plumbline.parity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Mistakes in a schema, such as a hand, a bad merge or a half-finished edit makes them: in tokens,
 * characters, lines, attributes, arguments, types and blocks.
 */
final class SchemaMutation {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\\\n]|\\\\.)*+\"|//[^\\n]*|@@?[A-Za-z0-9_.]+|[A-Za-z0-9_]+|[ \\t]+|\\n|.");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("@@?[\\w.]+(?:\\((?:[^()]|\\([^()]*\\))*+\\))?");
  private static final Pattern ARGUMENT =
      Pattern.compile("(?<=[(\\[,])[^,()\\[\\]\\n]+(?=[)\\],])");
  private static final Pattern FIELD_TYPE =
      Pattern.compile(
          "(?m)(?<=^[ \\t]{1,8}[A-Za-z]\\w{0,60}[ \\t]{1,60})[A-Za-z]\\w*(\\[\\]|\\?)?");
  private static final Pattern BLOCK =
      Pattern.compile("(?m)^\\w+[ \\t]+\\w+[ \\t]*\\{[\\s\\S]*?^\\}");
  private static final Pattern COMMENT = Pattern.compile("//[^\\n]*|/\\*[^*]*\\*/");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]\\w+");
  private static final List<String> TYPES =
      List.of(
          "Int",
          "String",
          "Boolean",
          "BigInt",
          "Float",
          "Decimal",
          "DateTime",
          "Json",
          "Bytes",
          "int",
          "Foo",
          "Unsupported(\"point\")");
  private static final List<String> ATTRIBUTES =
      List.of(
          "@id",
          "@unique",
          "@updatedAt",
          "@ignore",
          "@default(now())",
          "@default(1)",
          "@default(\"x\")",
          "@default(autoincrement())",
          "@default(uuid())",
          "@default([])",
          "@default(dbgenerated(\"x()\"))",
          "@map(\"x\")",
          "@db.Text",
          "@db.VarChar(10)",
          "@db.Timestamptz(3)",
          "@db.Decimal(10, 2)",
          "@db.Uuid",
          "@db.SmallInt",
          "@relation",
          "@relation(\"x\")",
          "@foo",
          "@db.Foo",
          "@default(false)",
          "@default(cuid())",
          "@unique(map: \"x\")",
          "@unique(sort: Desc)",
          "@id(map: \"x\")",
          "@db.JsonB");
  private static final List<String> PIECES =
      List.of(
          "?", "[]", "!", ":", ",", "\"", "\"x\"", "{", "}", "(", ")", "[", "]", "@", "@@", ".",
          "-", "1", "=", "/", "//", "x", " ", "\n", "#", "'", "$", "_", "é");
  private static final List<String> LINES =
      List.of(
          "foo",
          "",
          "  // note",
          "  /// doc",
          "/* a\n * b */",
          "}",
          "model X {",
          "enum X {",
          "  x",
          "  x Int",
          "  x Foo",
          "  x Int @id",
          "  @@index([id])",
          "  @@unique([id])",
          "  @@id([id])",
          "  @@map(\"x\")",
          "  @@ignore",
          "  @@schema(\"x\")",
          "  @@foo",
          "<<<<<<< HEAD",
          "=======",
          ">>>>>>> main",
          "  provider = \"postgresql\"",
          "  url",
          "type X {",
          "  @@index([id, name], type: Hash)",
          "  id Int @id @default(autoincrement())",
          "  @@fulltext([id])",
          "view X {",
          "  user User @relation(fields: [userId], references: [id])");

  private final Draw draw;

  SchemaMutation(Draw draw) {
    this.draw = draw;
  }

  /** One to three mistakes in one of the files. */
  SchemaText of(SchemaText schema) {
    var files = new ArrayList<>(schema.files());
    int at = draw.between(0, files.size() - 1);
    String text = files.get(at).text();
    for (int i = draw.chance(50) ? 1 : draw.between(2, 3); i > 0; i--) {
      text = once(text);
    }
    files.set(at, new SchemaText.File(files.get(at).name(), text));
    return new SchemaText(schema.name(), files);
  }

  private String once(String text) {
    return switch (draw.between(0, 11)) {
      case 10, 11 -> parts(text, draw.of(ATTRIBUTE, ARGUMENT, FIELD_TYPE, BLOCK, COMMENT));
      case 0, 1 -> tokens(text);
      case 2, 3 -> lines(text);
      case 4 -> characters(text);
      case 5 -> attributes(text);
      case 6 -> pieces(text, ARGUMENT, TYPES);
      case 7 -> types(text);
      case 8 -> blocks(text);
      default -> misspelling(text);
    };
  }

  private String tokens(String text) {
    List<String> tokens =
        new ArrayList<>(TOKEN.matcher(text).results().map(MatchResult::group).toList());
    if (tokens.size() < 2) {
      return text;
    }
    int at = draw.between(0, tokens.size() - 1);
    int other = draw.chance(70) ? near(at, tokens.size()) : draw.between(0, tokens.size() - 1);
    switch (draw.between(0, 5)) {
      case 0 -> tokens.remove(at);
      case 1 -> tokens.add(at, tokens.get(at));
      case 2 -> Collections.swap(tokens, at, other);
      case 3 -> tokens.add(Math.min(other, tokens.size() - 1), tokens.remove(at));
      case 4 -> tokens.set(at, tokens.get(other));
      default -> tokens.add(at, draw.of(PIECES));
    }
    return String.join("", tokens);
  }

  private String lines(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int at = draw.between(0, lines.size() - 1);
    int other = draw.chance(50) ? near(at, lines.size()) : draw.between(0, lines.size() - 1);
    String line = lines.get(at);
    switch (draw.between(0, 7)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(other, line);
      case 2 -> Collections.swap(lines, at, other);
      case 3 -> lines.add(Math.min(other, lines.size() - 1), lines.remove(at));
      case 4 -> lines.add(at, draw.of(LINES));
      case 5 ->
          lines.set(at, line + draw.of(" // t", "  /// d", " /* b */", " x", " {", ";", " }"));
      case 6 -> lines.set(at, draw.of("// ", "/// ", "@", "-", "/* ", "}") + line);
      default -> joined(lines, at);
    }
    return String.join("\n", lines);
  }

  private static void joined(List<String> lines, int at) {
    if (at + 1 < lines.size()) {
      lines.set(at, lines.get(at) + lines.remove(at + 1));
    }
  }

  private String characters(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int drawn = draw.between(0, text.length() - 1);
    // No file holds half of a character.
    int at = Character.isLowSurrogate(text.charAt(drawn)) ? drawn - 1 : drawn;
    int end = text.offsetByCodePoints(at, 1);
    String before = text.substring(0, at);
    String after = text.substring(end);
    return switch (draw.between(0, 2)) {
      case 0 -> before + after;
      case 1 -> before + text.substring(at, end) + draw.of(PIECES) + after;
      default -> before + draw.of(PIECES) + after;
    };
  }

  private String attributes(String text) {
    List<MatchResult> found = ATTRIBUTE.matcher(text).results().toList();
    if (found.isEmpty()) {
      return text;
    }
    MatchResult one = draw.of(found);
    MatchResult other = draw.of(found);
    return switch (draw.between(0, 4)) {
      case 0 -> replaced(text, one, "");
      case 1 -> replaced(text, one, one.group() + " " + one.group());
      case 2 -> replaced(text, one, other.group());
      case 3 -> replaced(text, one, draw.of(ATTRIBUTES));
      default -> replaced(text, one, one.group() + " " + draw.of(ATTRIBUTES));
    };
  }

  private String types(String text) {
    return pieces(text, FIELD_TYPE, TYPES);
  }

  /** Something in the place of something else of its kind. */
  private String pieces(String text, Pattern kind, List<String> others) {
    List<MatchResult> found = kind.matcher(text).results().toList();
    if (found.isEmpty()) {
      return text;
    }
    MatchResult one = draw.of(found);
    String other = draw.of(found).group();
    return switch (draw.between(0, 4)) {
      case 0 -> replaced(text, one, draw.of("", one.group() + ", " + one.group()));
      case 1 -> replaced(text, one, one.group() + draw.of("?", "[]", "x", "!", "(1)", ": x"));
      case 2 -> replaced(text, one, draw.of(others));
      case 3 ->
          replaced(
              text, one, draw.of("1", "\"x\"", "[x]", "x: 1", "raw(\"x\")", "{ x: 1 }", "x()"));
      default -> replaced(text, one, other);
    };
  }

  private String blocks(String text) {
    List<MatchResult> found = BLOCK.matcher(text).results().toList();
    if (found.isEmpty()) {
      return text;
    }
    MatchResult one = draw.of(found);
    MatchResult other = draw.of(found);
    return switch (draw.between(0, 4)) {
      case 0 -> replaced(text, one, "");
      case 1 -> replaced(text, one, one.group() + "\n\n" + one.group());
      case 2 -> replaced(text, one, other.group());
      case 3 ->
          replaced(
              text,
              one,
              one.group().replaceFirst("^\\w+", draw.of("model", "enum", "view", "type", "modle")));
      default -> replaced(text, one, one.group().replaceFirst("\\w+[ \\t]*\\{", "Renamed {"));
    };
  }

  /** Two parts of one kind change places, or one of them goes, comes twice or goes elsewhere. */
  private String parts(String text, Pattern kind) {
    List<MatchResult> found = kind.matcher(text).results().toList();
    if (found.size() < 2) {
      return text;
    }
    int at = draw.between(0, found.size() - 2);
    MatchResult one = found.get(at);
    MatchResult other = found.get(draw.between(at + 1, found.size() - 1));
    String between = text.substring(one.end(), other.start());
    String end = text.substring(other.end());
    String start = text.substring(0, one.start());
    return switch (draw.between(0, 4)) {
      case 0 -> start + other.group() + between + one.group() + end;
      case 1 -> start + between + other.group() + " " + one.group() + end;
      case 2 -> start + other.group() + " " + one.group() + between + end;
      case 3 -> start + one.group() + between + other.group() + " " + one.group() + end;
      default -> start + between + other.group() + end;
    };
  }

  private String misspelling(String text) {
    List<MatchResult> words = WORD.matcher(text).results().toList();
    if (words.isEmpty()) {
      return text;
    }
    MatchResult word = draw.of(words);
    String letters = word.group();
    int at = draw.between(0, letters.length() - 2);
    String before = letters.substring(0, at);
    String after = letters.substring(at + 2);
    char first = letters.charAt(at);
    char second = letters.charAt(at + 1);
    return switch (draw.between(0, 2)) {
      case 0 -> replaced(text, word, before + second + first + after);
      case 1 -> replaced(text, word, before + first + after);
      default -> replaced(text, word, before + first + first + second + after);
    };
  }

  private int near(int at, int size) {
    return Math.max(0, Math.min(size - 1, at + draw.between(-6, 6)));
  }

  private static String replaced(String text, MatchResult part, String by) {
    return text.substring(0, part.start()) + by + text.substring(part.end());
  }
}
