package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.FinishedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page of a report in a real Chromium, where it is installed: its filter, its buttons, and
 * whether axe-core finds that somebody could not use it.
 */
final class BrowserTest {
  private static final Pattern RESULT =
      Pattern.compile("<pre id=\"probe\">(.*?)</pre>", Pattern.DOTALL);

  /** Uses the page as a person does, and writes down what comes of it. */
  private static final String PROBE =
      """
      <script src="AXE"></script>
      <script>
      (async () => {
        const visible = () => [...document.querySelectorAll('article')]
          .filter(entry => entry.getClientRects().length > 0).length;
        const result = { before: visible(), buttons: document.querySelectorAll('.sql button').length };
        document.querySelector('input[value=breaking]').click();
        result.filtered = visible();
        result.said = document.getElementById('shown').textContent;
        document.querySelector('input[value=breaking]').click();
        result.after = visible();
        result.broken = window.broken === true;
        const found = await axe.run(document);
        result.violations = found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' '));
        result.passes = found.passes.length;
        const told = document.createElement('pre');
        told.id = 'probe';
        told.textContent = JSON.stringify(result);
        document.body.append(told);
      })();
      </script>
      </body>
      """;

  @TempDir private Path folder;

  @Test
  void the_page_works_and_everybody_can_use_it() throws IOException {
    Path chromium = chromium();
    String axe = axe().toUri().toString();
    String page = page();
    Path file = folder.resolve("page.html");
    Files.writeString(file, page.replace("</body>\n", PROBE.replace("AXE", axe)));
    JsonNode seen = seen(chromium, file);
    assertThat(seen.path("before").asInt()).isEqualTo(3);
    assertThat(seen.path("filtered").asInt()).isEqualTo(1);
    assertThat(seen.path("said").asString()).isEqualTo("1 shown");
    assertThat(seen.path("after").asInt()).isEqualTo(3);
    assertThat(seen.path("buttons").asInt()).isEqualTo(4);
    assertThat(seen.path("broken").asBoolean()).as("a name ran as a script").isFalse();
    assertThat(seen.path("passes").asInt()).isGreaterThan(10);
    assertThat(seen.path("violations").valueStream().map(JsonNode::asString)).isEmpty();
  }

  private String page() throws IOException {
    String schema =
        """
        datasource db {
          provider = "postgresql"
        }

        model Item {
          id   Int    @id
          name String
          %s
          @@map("items")
        }
        """;
    Files.writeString(folder.resolve("before.prisma"), schema.formatted("size Int"));
    Files.writeString(
        folder.resolve("after.prisma"),
        schema.formatted(
            """
            size BigInt
            more Int? @map("<img src=x onerror='window.broken = true'>")
            @@index([name])
            """));
    PlumbRun run =
        PlumbRun.in(folder)
            .run("diff", "--from", "before.prisma", "--to", "after.prisma", "--output", "html");
    assertThat(run.status()).as(run.err()).isZero();
    return run.out();
  }

  private JsonNode seen(Path chromium, Path file) throws IOException {
    FinishedProcess run =
        FinishedProcess.run(
            List.of(
                chromium.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--allow-file-access-from-files",
                "--user-data-dir=" + folder.resolve("profile"),
                "--virtual-time-budget=30000",
                "--dump-dom",
                file.toUri().toString()),
            90);
    Matcher result = RESULT.matcher(run.output());
    assertThat(result.find()).as(run.output()).isTrue();
    return JsonMapper.shared()
        .readTree(
            result
                .group(1)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&"));
  }

  private static Path chromium() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(() -> Assumptions.abort("Chromium is not installed here"));
  }

  private static Path axe() {
    Path setup = Path.of("src", "test", "browser", "setup.sh").toAbsolutePath();
    try {
      FinishedProcess run = FinishedProcess.run(List.of(setup.toString()), 120);
      return run.status() == 0
          ? Path.of(run.output().strip().lines().toList().getLast())
              .resolve("node_modules/axe-core/axe.min.js")
          : Assumptions.abort("axe-core cannot be installed: " + run.output());
    } catch (IOException e) {
      return Assumptions.abort("sh is not there: " + e.getMessage());
    }
  }
}
