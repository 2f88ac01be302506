package dev.plumbline.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Makes a schema that shows a fault smaller while it still shows it: takes out blocks, then lines,
 * then attributes, until nothing more can go.
 */
final class SchemaShrinker {
  private final Predicate<SchemaText> shows;

  /**
   * @param shows whether a schema shows the fault; false for one that is not valid
   */
  SchemaShrinker(Predicate<SchemaText> shows) {
    this.shows = shows;
  }

  SchemaText shrink(SchemaText schema) {
    SchemaText smallest = inOneFile(schema);
    for (int size = -1; size != length(smallest); ) {
      size = length(smallest);
      smallest = withoutBlocks(smallest);
      smallest = withoutLines(smallest);
      smallest = withoutAttributes(smallest);
    }
    return smallest;
  }

  private SchemaText inOneFile(SchemaText schema) {
    var text = new StringBuilder();
    schema.files().forEach(file -> text.append(file.text()).append('\n'));
    SchemaText joined = SchemaText.of(schema.name(), text.toString());
    return shows.test(joined) ? joined : schema;
  }

  private static int length(SchemaText schema) {
    return schema.files().stream().mapToInt(file -> file.text().length()).sum();
  }

  private SchemaText withoutBlocks(SchemaText schema) {
    SchemaText smallest = schema;
    for (int file = 0; file < schema.files().size(); file++) {
      int from = 0;
      while (true) {
        List<String> lines = lines(smallest, file);
        Optional<int[]> block = nextBlock(lines, from);
        if (block.isEmpty()) {
          break;
        }
        SchemaText smaller = withoutBlock(smallest, file, lines, block.get());
        if (shows.test(smaller)) {
          smallest = smaller;
          from = block.get()[0];
        } else {
          from = block.get()[1];
        }
      }
    }
    return smallest;
  }

  /** Without a block, and without the lines that speak of it elsewhere. */
  private static SchemaText withoutBlock(
      SchemaText schema, int file, List<String> lines, int[] block) {
    String name = lines.get(block[0]).replaceAll("^\\w+ (\\S+).*", "$1");
    SchemaText smaller = without(schema, file, lines, block[0], block[1]);
    var left = new ArrayList<>(lines(smaller, file));
    left.removeIf(line -> line.matches("\\s*\\S+ \\Q" + name + "\\E(\\[\\]|\\?)?( .*)?"));
    return with(smaller, file, left);
  }

  private static Optional<int[]> nextBlock(List<String> lines, int from) {
    for (int start = from; start < lines.size(); start++) {
      if (lines.get(start).endsWith("{")) {
        for (int end = start; end < lines.size(); end++) {
          if (lines.get(end).equals("}")) {
            return Optional.of(new int[] {start, end + 1});
          }
        }
      }
    }
    return Optional.empty();
  }

  private SchemaText withoutLines(SchemaText schema) {
    SchemaText smallest = schema;
    for (int file = 0; file < schema.files().size(); file++) {
      for (int line = lines(smallest, file).size() - 1; line >= 0; line--) {
        SchemaText smaller = without(smallest, file, lines(smallest, file), line, line + 1);
        if (shows.test(smaller)) {
          smallest = smaller;
        }
      }
    }
    return smallest;
  }

  private SchemaText withoutAttributes(SchemaText schema) {
    SchemaText smallest = schema;
    for (int file = 0; file < schema.files().size(); file++) {
      for (int line = 0; line < lines(smallest, file).size(); line++) {
        smallest = withoutAttributes(smallest, file, line);
      }
    }
    return smallest;
  }

  private SchemaText withoutAttributes(SchemaText schema, int file, int line) {
    SchemaText smallest = schema;
    int at = lines(smallest, file).get(line).lastIndexOf(" @");
    while (at > 0) {
      String text = lines(smallest, file).get(line);
      int next = text.indexOf(" @", at + 1);
      String shorter = text.substring(0, at) + (next < 0 ? "" : text.substring(next));
      var lines = new ArrayList<>(lines(smallest, file));
      lines.set(line, shorter);
      SchemaText smaller = with(smallest, file, lines);
      if (shows.test(smaller)) {
        smallest = smaller;
      }
      at = text.lastIndexOf(" @", at - 1);
    }
    return smallest;
  }

  private static List<String> lines(SchemaText schema, int file) {
    return schema.files().get(file).text().lines().toList();
  }

  private static SchemaText without(
      SchemaText schema, int file, List<String> lines, int from, int to) {
    var left = new ArrayList<>(lines);
    left.subList(from, to).clear();
    return with(schema, file, left);
  }

  private static SchemaText with(SchemaText schema, int file, List<String> lines) {
    var files = new ArrayList<>(schema.files());
    String text = String.join("\n", lines) + "\n";
    files.set(file, new SchemaText.File(schema.files().get(file).name(), text));
    return new SchemaText(schema.name(), files);
  }
}
