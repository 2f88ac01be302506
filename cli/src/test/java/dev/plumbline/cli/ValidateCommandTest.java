package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.report.SarifSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class ValidateCommandTest {
  private static final String GOOD = "model Book {\n  id Int @id\n}\n";
  private static final String BAD = "model Book {\n  id Int @id\n  title Strng\n}\n";
  private static final String DOUBTFUL =
      "model Book {\n  id Int @id\n  title String\n  @@index([title(foo: 1)])\n}\n";

  @TempDir private Path folder;

  @Test
  void a_valid_schema_exits_with_0_and_an_invalid_one_with_1() throws IOException {
    write("good.prisma", GOOD);
    write("bad.prisma", BAD);

    assertThat(run("good.prisma")).isEqualTo(new PlumbRun(0, "valid  good.prisma\n", ""));
    assertThat(run("bad.prisma").status()).isEqualTo(1);
    assertThat(run("good.prisma", "bad.prisma", "--output=json").status()).isEqualTo(1);
    assertThat(run("bad.prisma", "--output=sarif").status()).isEqualTo(1);
    assertThat(run("bad.prisma", "--output=github").status()).isEqualTo(1);
  }

  @Test
  void a_warning_does_not_make_a_schema_invalid() throws IOException {
    write("doubtful.prisma", DOUBTFUL);

    PlumbRun run = run("doubtful.prisma");

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("warning[index.unknown-argument]").contains("valid  doubtful");
    assertThat(run("doubtful.prisma", "--output=github").out())
        .startsWith("::warning file=doubtful.prisma,line=4,");
  }

  @Test
  void a_version_of_prisma_decides_where_versions_differ() throws IOException {
    String old =
        """
        datasource db {
          provider = "postgresql"
          url      = env("DATABASE_URL")
        }
        """;
    write("old.prisma", old);
    write("new.prisma", old.replaceFirst("  url.*\n", ""));

    assertThat(run("old.prisma").out())
        .startsWith("warning[config.address]")
        .endsWith("valid  old.prisma\n");
    assertThat(run("new.prisma").out()).isEqualTo("valid  new.prisma\n");
    assertThat(run("old.prisma", "--prisma-version=7").out()).contains("prisma.config.ts");
    assertThat(run("new.prisma", "--prisma-version=7").status()).isZero();
    for (String version : List.of("5", "6")) {
      assertThat(run("old.prisma", "--prisma-version", version).out())
          .isEqualTo("valid  old.prisma\n");
      assertThat(run("new.prisma", "--prisma-version", version).status()).isEqualTo(1);
    }
    assertThat(run("old.prisma", "--prisma-version=8").status()).isEqualTo(64);
  }

  @Test
  void several_schemas_are_checked_each_by_itself() throws IOException {
    write("one.prisma", GOOD);
    write("two/a.prisma", GOOD);
    write("two/b.prisma", GOOD.replace("Book", "Author"));

    PlumbRun run = run("one.prisma", "two");

    assertThat(run.out()).isEqualTo("valid  one.prisma\nvalid  two (2 files)\n");
    assertThat(run.status()).isZero();
  }

  @Test
  void standard_input_is_a_schema_too() {
    PlumbRun run = PlumbRun.in(folder).reading(BAD).run("validate", "-");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("--> <stdin>:3:9");
    assertThat(PlumbRun.in(folder).reading(GOOD).run("validate", "-").out())
        .isEqualTo("valid  <stdin>\n");
  }

  @Test
  void json_holds_every_diagnostic_in_one_form() throws IOException {
    write("bad.prisma", BAD);
    write("doubtful.prisma", DOUBTFUL);

    JsonNode report = json(run("bad.prisma", "doubtful.prisma", "--output", "json"));

    assertThat(report.propertyNames()).containsExactly("valid", "diagnostics");
    assertThat(report.get("valid").asBoolean()).isFalse();
    JsonNode error = report.get("diagnostics").get(0);
    assertThat(error.propertyNames())
        .containsExactly(
            "severity",
            "code",
            "message",
            "help",
            "file",
            "line",
            "column",
            "endLine",
            "endColumn",
            "consequence");
    assertThat(error.get("severity").asString()).isEqualTo("error");
    assertThat(error.get("code").asString()).isEqualTo("type.unknown");
    assertThat(error.get("help").asString()).isEqualTo("Did you mean `String`?");
    assertThat(error.get("file").asString()).isEqualTo("bad.prisma");
    assertThat(place(error, "line", "column", "endLine", "endColumn")).containsExactly(3, 9, 3, 14);
    JsonNode warning = report.get("diagnostics").get(1);
    assertThat(warning.get("severity").asString()).isEqualTo("warning");
    assertThat(warning.propertyNames()).contains("help");
    assertThat(warning.get("help").isNull()).isTrue();
  }

  @Test
  void json_marks_what_only_follows_from_a_forgotten_brace() throws IOException {
    write("open.prisma", "model A {\n  id Int @id\n\nmodel B {\n  id Int @id\n}\n");

    JsonNode told = json(run("open.prisma", "--output", "json")).get("diagnostics");

    assertThat(told.valueStream().filter(it -> !it.get("consequence").asBoolean()))
        .singleElement()
        .satisfies(it -> assertThat(it.get("code").asString()).isEqualTo("syntax.unclosed-block"))
        .satisfies(it -> assertThat(it.get("line").asInt()).isEqualTo(4));
    assertThat(told.valueStream().map(it -> it.get("line").asInt())).containsExactly(4, 5, 1);
    assertThat(run("open.prisma").out()).endsWith("\n1 error\n");
  }

  @Test
  void json_of_a_valid_schema_has_no_diagnostics() throws IOException {
    write("good.prisma", GOOD);

    assertThat(run("good.prisma", "--output=json").out())
        .isEqualTo("{\n  \"valid\" : true,\n  \"diagnostics\" : [ ]\n}\n");
  }

  @Test
  void sarif_describes_rules_and_places() throws IOException {
    write("bad.prisma", BAD);

    JsonNode log = json(run("bad.prisma", "--output=sarif"));

    assertThat(log.get("version").asString()).isEqualTo("2.1.0");
    JsonNode run = log.get("runs").get(0);
    assertThat(run.get("columnKind").asString()).isEqualTo("unicodeCodePoints");
    JsonNode rule = run.at("/tool/driver/rules/0");
    assertThat(rule.get("id").asString()).isEqualTo("type.unknown");
    assertThat(rule.at("/shortDescription/text").asString()).isNotBlank();
    assertThat(rule.at("/help/text").asString()).isNotBlank();
    assertThat(rule.get("helpUri").asString()).startsWith("https://");
    JsonNode result = run.get("results").get(0);
    assertThat(result.get("ruleId").asString()).isEqualTo("type.unknown");
    assertThat(result.get("ruleIndex").asInt()).isZero();
    assertThat(result.get("level").asString()).isEqualTo("error");
    assertThat(result.at("/message/text").asString()).endsWith("Did you mean `String`?");
    JsonNode region = result.at("/locations/0/physicalLocation/region");
    assertThat(place(region, "startLine", "startColumn", "endLine", "endColumn"))
        .containsExactly(3, 9, 3, 14);
  }

  @Test
  void sarif_holds_to_its_schema() throws IOException {
    write("bad file.prisma", BAD + BAD);
    write("doubtful.prisma", DOUBTFUL);
    write("good.prisma", GOOD);

    SarifSchema.assertHolds(
        run("bad file.prisma", "doubtful.prisma", "good.prisma", "--output=sarif").out());
    SarifSchema.assertHolds(run("good.prisma", "--output=sarif").out());
  }

  @Test
  void sarif_of_a_valid_schema_is_a_run_without_results() throws IOException {
    write("good.prisma", GOOD);

    JsonNode results = json(run("good.prisma", "--output=sarif")).at("/runs/0/results");

    assertThat(results.isArray()).isTrue();
    assertThat(results.size()).isZero();
  }

  @Test
  void paths_for_other_programs_count_from_the_repository() throws IOException {
    Files.createDirectories(folder.resolve(".git"));
    write("apps/my shop/a,b%.prisma", BAD);
    PlumbRun.Setting inside = PlumbRun.in(folder.resolve("apps"));

    JsonNode run =
        json(inside.run("validate", "my shop/a,b%.prisma", "--output=sarif")).at("/runs/0");
    JsonNode artifact = run.at("/results/0/locations/0/physicalLocation/artifactLocation");

    assertThat(artifact.get("uri").asString()).isEqualTo("apps/my%20shop/a%2Cb%25.prisma");
    assertThat(artifact.get("uriBaseId").asString()).isEqualTo("%SRCROOT%");
    assertThat(run.at("/originalUriBaseIds/%SRCROOT%/uri").asString())
        .startsWith("file:///")
        .endsWith("/");
    assertThat(inside.run("validate", "my shop/a,b%.prisma", "--output=github").out())
        .startsWith(
            "::error file=apps/my shop/a%2Cb%25.prisma,line=3,endLine=3,col=9,endColumn=14,")
        .contains(",title=type.unknown::");
  }

  @Test
  void fingerprints_survive_what_is_edited_elsewhere() throws IOException {
    write("bad.prisma", BAD);
    List<String> before = fingerprints();
    write("bad.prisma", "// A shop\n\n" + BAD.replace("  title", "  pages Int\n    title"));

    assertThat(fingerprints()).isEqualTo(before).hasSize(1);
  }

  @Test
  void equal_lines_have_fingerprints_of_their_own() throws IOException {
    write("bad.prisma", BAD + BAD.replace("Book", "Film"));

    assertThat(fingerprints()).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void annotations_are_one_line_each_whatever_they_say() throws IOException {
    write("bad.prisma", BAD);

    String out = run("bad.prisma", "--output=github").out();

    assertThat(out.lines()).hasSize(1);
    assertThat(out).endsWith("%0ADid you mean `String`?\n");
  }

  private List<String> fingerprints() {
    JsonNode results = json(run("bad.prisma", "--output=sarif")).at("/runs/0/results");
    return StreamSupport.stream(results.spliterator(), false)
        .map(result -> result.at("/partialFingerprints/primaryLocationLineHash").asString())
        .toList();
  }

  private static List<Integer> place(JsonNode node, String... names) {
    return List.of(names).stream().map(name -> node.get(name).asInt()).toList();
  }

  private static JsonNode json(PlumbRun run) {
    assertThat(run.err()).isEmpty();
    return JsonMapper.shared().readTree(run.out());
  }

  private PlumbRun run(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "validate";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return PlumbRun.in(folder).run(all);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
