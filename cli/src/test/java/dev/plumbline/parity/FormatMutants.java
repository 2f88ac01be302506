package dev.plumbline.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Schemas with mistakes and odd layout in them, of one file or several: real ones, where there are
 * some, and random ones.
 */
final class FormatMutants {
  private static final Pattern WORD = Pattern.compile("//[^\\n]*|\"\\w+|\\b[a-z]\\w+\\b");
  private static final List<String> FILES = List.of("a.prisma", "m.prisma", "z.prisma");

  private final List<SchemaText> projects;

  FormatMutants(List<SchemaText> projects) {
    this.projects = List.copyOf(projects);
  }

  /** The mutant of a seed. */
  SchemaText of(long seed) {
    var draw = new Draw(seed);
    SchemaText schema =
        projects.isEmpty() || draw.chance(50)
            ? RandomSchemas.of(seed)
            : someOf(draw.of(projects), draw);
    SchemaText dealt = draw.chance(25) ? overFiles(schema, draw) : schema;
    return new SchemaText("seed " + seed, inOddLayout(mutated(dealt, draw), draw).files());
  }

  // Whole projects are large, and one change is soon found in a few of their blocks.
  private static SchemaText someOf(SchemaText project, Draw draw) {
    List<String> blocks = blocks(project);
    int from = draw.between(0, blocks.size() - 1);
    int to = Math.min(blocks.size(), from + draw.between(1, 10));
    return SchemaText.of(project.name(), String.join("", blocks.subList(from, to)));
  }

  // Relations then lead from one file to another.
  private static SchemaText overFiles(SchemaText schema, Draw draw) {
    var texts = FILES.stream().map(name -> new StringBuilder()).toList();
    blocks(schema).forEach(block -> draw.of(texts).append(block));
    var files = new ArrayList<SchemaText.File>();
    for (int i = 0; i < FILES.size(); i++) {
      files.add(new SchemaText.File(FILES.get(i), texts.get(i).toString()));
    }
    return new SchemaText(schema.name(), files);
  }

  private static List<String> blocks(SchemaText schema) {
    String text =
        schema.files().stream().map(SchemaText.File::text).collect(Collectors.joining("\n"));
    return List.of(text.split("(?m)(?<=^\\}\\r?\\n)", -1));
  }

  private static SchemaText mutated(SchemaText schema, Draw draw) {
    if (draw.chance(50)) {
      return new SchemaMutation(draw).of(schema);
    }
    var files = new ArrayList<>(schema.files());
    int at = draw.between(0, files.size() - 1);
    SchemaText.File file = files.get(at);
    files.set(at, new SchemaText.File(file.name(), new Mutation(draw).of(file.text())));
    return new SchemaText(schema.name(), files);
  }

  private static SchemaText inOddLayout(SchemaText schema, Draw draw) {
    return switch (draw.between(0, 19)) {
      case 0 -> each(schema, text -> text.replaceAll("\\r?\\n", "\r\n"));
      case 1 -> each(schema, text -> text.replaceAll("(?m)^ +", "\t"));
      case 2 -> each(schema, text -> text.replaceAll(" +", draw.of("\t", "  ", "\u00a0")));
      case 3, 4 -> each(schema, text -> withWideWord(text, draw));
      default -> schema;
    };
  }

  private static String withWideWord(String text, Draw draw) {
    List<MatchResult> words = WORD.matcher(text).results().toList();
    if (words.isEmpty()) {
      return text;
    }
    int at = draw.of(words).end();
    String wide = draw.of("é", "ñandú", "Ω", "日本", "한", "𝒳", "🚀");
    return text.substring(0, at) + wide + text.substring(at);
  }

  private static SchemaText each(SchemaText schema, UnaryOperator<String> change) {
    return new SchemaText(
        schema.name(),
        schema.files().stream()
            .map(file -> new SchemaText.File(file.name(), change.apply(file.text())))
            .toList());
  }
}
