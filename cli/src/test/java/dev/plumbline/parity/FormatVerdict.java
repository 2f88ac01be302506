package dev.plumbline.parity;

import dev.plumbline.prisma.check.PrismaChecker;
import dev.plumbline.prisma.check.SchemaRule;
import dev.plumbline.prisma.syntax.PrismaParser;
import dev.plumbline.prisma.syntax.SyntaxTree;
import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How our formatted text of a schema compares with Prisma's. Where they differ, the text that
 * Prisma writes says by itself whether it can be right.
 */
enum FormatVerdict {
  /** They are equal, byte for byte. */
  EQUAL,
  /** Prisma's engine panics. */
  PRISMA_FAILS,
  /** Prisma is not done after one run: a second one changes more. */
  PRISMA_RUNS_TWICE,
  /** A word or a mark of the text is gone. */
  PRISMA_LOSES_TEXT,
  /** There are more lines that cannot be read, fields of one name, or columns that do not exist. */
  PRISMA_BREAKS_THE_SCHEMA,
  /** Comments stand elsewhere, and one of them is a directive, of which Prisma knows nothing. */
  PRISMA_MOVES_A_DIRECTIVE,
  /** None of these. */
  DIFFERENT;

  private static final Set<String> NAMES =
      Set.of(SchemaRule.FIELD_NAME_IS_UNIQUE.code(), SchemaRule.RELATION_FIELD_IS_KNOWN.code());
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\d_]+|[^\\s\\p{Z}\\p{L}\\d_,!:\\uFEFF]");

  private static final Predicate<String> COMMENT =
      Pattern.compile("^\\s*(//|/\\*| \\*|$)").asPredicate();
  private static final Pattern BEHIND_BRACE = Pattern.compile("(?m)^(\\w+ \\S+ \\{) .*$");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  static FormatVerdict of(PrismaOracle oracle, SchemaText schema, List<String> ours) {
    try {
      return of(oracle, schema, ours, oracle.format(schema));
    } catch (PrismaOracle.Refusal panic) {
      return PRISMA_FAILS;
    }
  }

  private static FormatVerdict of(
      PrismaOracle oracle, SchemaText schema, List<String> ours, List<String> theirs) {
    if (theirs.equals(ours)) {
      return EQUAL;
    }
    SchemaText formatted = withTexts(schema, theirs);
    if (!oracle.format(formatted).equals(theirs)) {
      return PRISMA_RUNS_TWICE;
    }
    if (loses(texts(schema), theirs) || withoutTextBehindBraces(ours).equals(theirs)) {
      return PRISMA_LOSES_TEXT;
    }
    if (broken(formatted) > broken(schema)) {
      return PRISMA_BREAKS_THE_SCHEMA;
    }
    return movesDirective(theirs, ours) ? PRISMA_MOVES_A_DIRECTIVE : DIFFERENT;
  }

  /**
   * Whether a word or a mark is gone. Commas, colons and exclamation marks may go, and space may
   * come into a word: to Prisma, {@code modelA} starts a model.
   */
  static boolean loses(List<String> before, List<String> after) {
    Map<String, Integer> left = words(after);
    List<String> fewer =
        words(before).entrySet().stream()
            .filter(word -> left.getOrDefault(word.getKey(), 0) < word.getValue())
            .map(Map.Entry::getKey)
            .toList();
    String dense = fewer.isEmpty() ? "" : SPACE.matcher(String.join("", after)).replaceAll("");
    return fewer.stream().anyMatch(word -> word.length() == 1 || !dense.contains(word));
  }

  private static Map<String, Integer> words(List<String> texts) {
    var counts = new HashMap<String, Integer>();
    for (String text : texts) {
      Matcher word = WORD.matcher(text);
      while (word.find()) {
        counts.merge(word.group(), 1, Integer::sum);
      }
    }
    return counts;
  }

  private static List<String> withoutTextBehindBraces(List<String> texts) {
    return texts.stream().map(text -> BEHIND_BRACE.matcher(text).replaceAll("$1")).toList();
  }

  private static boolean movesDirective(List<String> theirs, List<String> ours) {
    return theirs.stream().anyMatch(text -> text.contains("/// @pg"))
        && withoutComments(theirs).equals(withoutComments(ours));
  }

  private static List<String> withoutComments(List<String> texts) {
    return texts.stream().flatMap(String::lines).filter(line -> !COMMENT.test(line)).toList();
  }

  private static long broken(SchemaText schema) {
    return PrismaChecker.check(trees(schema)).diagnostics().stream()
        .filter(Diagnostic::isError)
        .map(Diagnostic::code)
        .filter(code -> code.startsWith("syntax.") || NAMES.contains(code))
        .count();
  }

  static List<SyntaxTree> trees(SchemaText schema) {
    return schema.files().stream()
        .map(file -> PrismaParser.parse(SourceFile.of(file.name(), file.text())))
        .toList();
  }

  static List<String> texts(SchemaText schema) {
    return schema.files().stream().map(SchemaText.File::text).toList();
  }

  /** The same files with other texts. */
  static SchemaText withTexts(SchemaText schema, List<String> texts) {
    var files = new ArrayList<SchemaText.File>();
    for (int i = 0; i < texts.size(); i++) {
      files.add(new SchemaText.File(schema.files().get(i).name(), texts.get(i)));
    }
    return new SchemaText(schema.name(), files);
  }
}
