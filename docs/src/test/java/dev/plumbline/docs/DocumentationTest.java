package dev.plumbline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Holds the manual to the house as it is.
final class DocumentationTest {
  private static final Pattern PACKAGE_ROW =
      Pattern.compile("^\\| `(dev\\.plumbline\\.[a-z.]+)` \\|", Pattern.MULTILINE);
  private static final Pattern LINK = Pattern.compile("\\[[^\\]\\n]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  @Test
  void the_map_names_every_package_and_no_other() {
    var named = new TreeSet<String>();
    var rows = PACKAGE_ROW.matcher(House.read("docs/architecture.md"));
    while (rows.find()) {
      named.add(rows.group(1));
    }
    assertThat(named).as("packages in docs/architecture.md").isEqualTo(House.packages().keySet());
  }

  @Test
  void every_link_leads_somewhere() throws IOException {
    var broken = new ArrayList<String>();
    for (Path page : pages()) {
      var links = LINK.matcher(withoutExamples(page));
      while (links.find()) {
        if (!leadsSomewhere(page, links.group(1))) {
          broken.add(House.root().relativize(page) + " -> " + links.group(1));
        }
      }
    }
    assertThat(broken).as("links to files or headings that do not exist").isEmpty();
  }

  @Test
  void every_page_of_the_manual_can_be_reached_from_the_readme() throws IOException {
    var reached = new TreeSet<Path>();
    var open = new ArrayList<>(List.of(House.root().resolve("README.md")));
    while (!open.isEmpty()) {
      var page = open.removeLast();
      if (!reached.add(page)) {
        continue;
      }
      var links = LINK.matcher(withoutExamples(page));
      while (links.find()) {
        var target = page.resolveSibling(links.group(1).replaceFirst("#.*", "")).normalize();
        if (target.toString().endsWith(".md") && Files.exists(target)) {
          open.add(target);
        }
      }
    }
    assertThat(pages()).isSubsetOf(reached);
  }

  private static List<Path> pages() {
    var pages = new ArrayList<>(House.files(House.root().resolve("docs"), ".md"));
    pages.add(House.root().resolve("README.md"));
    return pages;
  }

  private static String withoutExamples(Path page) throws IOException {
    return FENCE.matcher(Files.readString(page)).replaceAll("");
  }

  private static boolean leadsSomewhere(Path page, String link) throws IOException {
    if (link.matches("(https?|mailto):.*")) {
      return true;
    }
    var hash = link.indexOf('#');
    var file = hash < 0 ? link : link.substring(0, hash);
    var target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
    return Files.exists(target) && (hash < 0 || anchors(target).contains(link.substring(hash + 1)));
  }

  /// The anchors of a page: its headings in lower case, words joined by hyphens, as GitHub makes
  /// them.
  private static List<String> anchors(Path page) throws IOException {
    return HEADING
        .matcher(withoutExamples(page))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
        .toList();
  }
}
