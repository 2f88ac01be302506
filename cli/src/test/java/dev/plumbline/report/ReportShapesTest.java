package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.diff.Change;
import dev.plumbline.diff.Difference.Certainty;
import dev.plumbline.diff.DriftEntry;
import dev.plumbline.diff.DriftSeverity;
import dev.plumbline.diff.DriftVerdict;
import dev.plumbline.schema.Namespace;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.source.SourceFile;
import dev.plumbline.source.Span;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each shape says all entries, and no text of a database breaks out of it. */
final class ReportShapesTest {
  private static final String HOSTILE =
      "a\"b'c|d`e<script>alert(1)</script>&\n::error::x%0A\u0000]]>\u001b[31m${x}<#if>--*/😀";
  private static final SourceFile FILE =
      SourceFile.of("dir/a b.prisma", "model A {\n  id Int\n}\n");

  private static ReportEntry entry(
      DriftVerdict verdict, DriftSeverity severity, boolean counts, String name) {
    ObjectAddress address =
        ObjectAddress.of(ObjectKind.INDEX, new ObjectName("public", "orders"), name);
    DriftEntry drift =
        new DriftEntry(
            "index.predicate",
            verdict,
            severity,
            Certainty.DIFFERENT,
            true,
            address,
            HOSTILE + " wanted",
            HOSTILE + " found",
            new Change.CreateNamespace(Namespace.of("x")));
    Optional<Span> place = Optional.of(new Span(FILE, 12, 18));
    return new ReportEntry(
        drift,
        counts,
        Optional.empty(),
        Optional.of(HOSTILE),
        place,
        place,
        List.of("DROP INDEX \"" + name + "\";"));
  }

  private static ComparisonReport report(ReportEntry... entries) {
    return report(List.of(), entries);
  }

  private static ComparisonReport report(List<MigrationNote> migrations, ReportEntry... entries) {
    return new ComparisonReport(
        Vocabulary.DRIFT,
        new ReportSide("postgresql://u@h/" + HOSTILE, Optional.of("18.1")),
        new ReportSide(HOSTILE, Optional.empty()),
        Optional.of("public"),
        List.of(entries),
        List.of(),
        new ReportNotes(List.of(HOSTILE), Optional.of(HOSTILE), List.of(HOSTILE), migrations),
        "DROP INDEX \"```" + HOSTILE + "\";\n");
  }

  private static ComparisonReport hostile() {
    return report(
        entry(DriftVerdict.CHANGED, DriftSeverity.BREAKING, true, HOSTILE),
        entry(DriftVerdict.CHANGED, DriftSeverity.COSMETIC, false, "plain"));
  }

  private static String text(ComparisonReport report, ReportShape shape) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Path folder = Path.of("/project");
    Reports.print(
        report,
        shape,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new Paint(false),
        new Reports.Origin("1.0", new SourceRoot(folder, folder)));
    return out.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource(ReportShape.class)
  void every_shape_speaks_also_when_nothing_differs(ReportShape shape) {
    assertThat(text(hostile(), shape)).isNotBlank();
    if (shape != ReportShape.github) {
      assertThat(text(report(), shape)).isNotBlank();
    }
  }

  @Test
  void junit_is_xml_with_a_test_for_each_entry() throws Exception {
    Document xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(text(hostile(), ReportShape.junit))));
    Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
    assertThat(suite.getAttribute("tests")).isEqualTo("2");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("skipped")).isEqualTo("1");
    assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(2);
    Element failure = (Element) xml.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("type")).isEqualTo("index.predicate");
    assertThat(failure.getTextContent()).startsWith("DROP INDEX \"a\"b'c|d`e<script>");
    Element test = (Element) xml.getElementsByTagName("testcase").item(0);
    assertThat(test.getAttribute("file")).isEqualTo("dir/a b.prisma");
    assertThat(test.getAttribute("line")).isEqualTo("2");
  }

  @Test
  void junit_has_one_passed_test_when_all_is_well() throws Exception {
    Document xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(text(report(), ReportShape.junit))));
    assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(1);
    assertThat(xml.getElementsByTagName("failure").getLength()).isZero();
  }

  @Test
  void html_lets_no_text_become_markup_and_marks_the_words_that_differ() {
    String page = text(hostile(), ReportShape.html);
    assertThat(page).doesNotContain("<script>alert");
    assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(page).contains("<mark>wanted</mark>", "<mark>found</mark>");
    assertThat(page).doesNotContain("http://", "https://", " src=", "<link");
    assertThat(page.split("<article ", -1)).hasSize(3);
  }

  @Test
  void markdown_has_whole_rows_and_a_fence_that_holds() {
    String page = text(hostile(), ReportShape.markdown);
    assertThat(page.lines().filter(line -> line.startsWith("| ")))
        .allSatisfy(line -> assertThat(line.chars().filter(c -> c == '|').count()).isEqualTo(6));
    assertThat(page).doesNotContain("<script>alert(1)</script>&␊");
    assertThat(page).contains("````sql\n");
  }

  @Test
  void github_gets_one_command_in_one_line_for_each_entry() {
    List<String> lines = text(hostile(), ReportShape.github).lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .startsWith("::error file=dir/a b.prisma,line=2,endLine=2,col=3,endColumn=9,title=");
    assertThat(lines.get(1)).startsWith("::notice ");
  }

  @Test
  void sarif_holds_to_its_schema_whatever_it_says() {
    SarifSchema.assertHolds(text(hostile(), ReportShape.sarif));
    SarifSchema.assertHolds(text(report(), ReportShape.sarif));
  }

  @Test
  void sarif_knows_a_result_again_when_its_line_has_moved() {
    JsonNode before = result(text(hostile(), ReportShape.sarif));
    SourceFile moved = SourceFile.of(FILE.name(), "// more\n\n" + FILE.text());
    ReportEntry entry = hostile().entries().getFirst();
    Optional<Span> place = Optional.of(new Span(moved, 21, 27));
    JsonNode after =
        result(
            text(
                report(
                    new ReportEntry(
                        entry.drift(),
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        place,
                        place,
                        List.of())),
                ReportShape.sarif));
    assertThat(before.at("/level").asString()).isEqualTo("error");
    assertThat(before.at("/locations/0/physicalLocation/artifactLocation/uri").asString())
        .isEqualTo("dir/a%20b.prisma");
    assertThat(before.at("/locations/0/physicalLocation/region/startLine").asInt()).isEqualTo(2);
    assertThat(after.at("/locations/0/physicalLocation/region/startLine").asInt()).isEqualTo(4);
    assertThat(after.at("/partialFingerprints")).isEqualTo(before.at("/partialFingerprints"));
  }

  private static JsonNode result(String sarif) {
    return JsonMapper.builder().build().readTree(sarif).at("/runs/0/results/0");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "sql")
  void every_shape_says_what_is_wrong_with_the_migrations(ReportShape shape) {
    ComparisonReport report =
        report(List.of(new MigrationNote("migration.pending", HOSTILE, HOSTILE, "Apply it.")));
    assertThat(report.different()).isTrue();
    assertThat(text(report, shape)).contains("migration.pending", "Apply it.");
    assertThat(text(report, ReportShape.human)).doesNotContain("\u001b");
    assertThat(text(report, ReportShape.github).lines()).hasSize(1);
  }

  @Test
  void an_accepted_entry_is_counted_and_not_shown() {
    ReportEntry entry = hostile().entries().getFirst();
    ReportEntry accepted =
        new ReportEntry(
            entry.drift(),
            false,
            Optional.of("known"),
            Optional.empty(),
            entry.place(),
            entry.near(),
            List.of());
    assertThat(text(report(accepted), ReportShape.human)).contains("in sync; 1 accepted");
    assertThat(text(report(accepted), ReportShape.github)).isEmpty();
    assertThat(text(report(accepted), ReportShape.json)).contains("\"accepted\" : \"known\"");
  }
}
