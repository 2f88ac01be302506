package dev.plumbline.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people do to a database by hand: the paragraphs of {@code hand-made/changes.sql}. */
final class HandMade {
  static final Path FOLDER = folder();
  private static final Pattern FROM = Pattern.compile(".*\\(from (\\d+)\\)");

  /** A paragraph of {@code changes.sql}. */
  record Deed(String title, String sql) {
    boolean isPossible(int major) {
      Matcher from = FROM.matcher(title);
      return !from.matches() || Integer.parseInt(from.group(1)) <= major;
    }
  }

  private HandMade() {}

  static List<Deed> deeds() throws IOException {
    List<Deed> deeds = new ArrayList<>();
    for (String paragraph : paragraphs(Files.readString(FOLDER.resolve("changes.sql")))) {
      int end = paragraph.indexOf('\n');
      if (!paragraph.startsWith("-- What people do")) {
        deeds.add(new Deed(paragraph.substring(3, end), paragraph.substring(end + 1)));
      }
    }
    return deeds;
  }

  static List<String> paragraphs(String text) {
    return Stream.of(text.strip().split("\n\n", -1)).map(String::strip).toList();
  }

  static Path folder() {
    try {
      URL url = HandMade.class.getResource("hand-made/schema.prisma");
      return Objects.requireNonNull(Path.of(Objects.requireNonNull(url).toURI()).getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Path source() {
    return Path.of("src/test/resources/dev/plumbline/cli/hand-made");
  }
}
