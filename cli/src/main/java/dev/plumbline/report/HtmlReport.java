package dev.plumbline.report;

import dev.plumbline.diff.DriftVerdict;
import dev.plumbline.schema.ObjectName;
import freemarker.cache.ClassTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A comparison as one page for a browser. It holds all that it needs and asks no network for
 * anything; report.ftlh says how it looks.
 */
final class HtmlReport {
  private final ComparisonReport report;

  private HtmlReport(ComparisonReport report) {
    this.report = report;
  }

  static String of(ComparisonReport report) {
    StringWriter page = new StringWriter();
    try {
      configuration().getTemplate("report.ftlh").process(new HtmlReport(report).model(), page);
    } catch (TemplateException e) {
      throw new IllegalStateException("the template of the page is broken", e);
    } catch (IOException e) {
      throw new UncheckedIOException("the template of the page cannot be read", e);
    }
    return page.toString();
  }

  private static Configuration configuration() {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(new ClassTemplateLoader(HtmlReport.class, ""));
    configuration.setDefaultEncoding("UTF-8");
    configuration.setLocale(Locale.ROOT);
    configuration.setLocalizedLookup(false);
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setObjectWrapper(new DefaultObjectWrapper(Configuration.VERSION_2_3_34));
    return configuration;
  }

  private Map<String, Object> model() {
    Vocabulary words = report.words();
    boolean drift = words == Vocabulary.DRIFT;
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("title", Words.capital(report.different() ? words.different() : words.same()));
    model.put("different", report.different());
    model.put(
        "sides",
        List.of(
            side(drift ? "Schema" : "To", report.to()),
            side(drift ? "Database" : "From", report.from())));
    model.put("expectedWord", Words.capital(words.expected()));
    model.put("actualWord", Words.capital(words.actual()));
    model.put("summary", report.severities().orElse("No differences"));
    model.put("groups", groups());
    model.put("beyond", report.beyond().stream().map(HtmlReport::beyond).toList());
    model.put("notes", notes());
    model.put("script", report.script().strip());
    return model;
  }

  private static Map<String, Object> side(String label, ReportSide side) {
    return Map.of(
        "label",
        label,
        "name",
        Paint.printable(side.name()),
        "server",
        side.server().map(version -> "PostgreSQL " + version).orElse(""));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    report
        .notes()
        .unplanned()
        .forEach(sentence -> notes.add("Not planned: " + Paint.printable(sentence)));
    report.notes().migrations().forEach(note -> notes.add(note.kind() + ": " + note.line()));
    report.notes().others().forEach(sentence -> notes.add(Paint.printable(sentence)));
    report
        .notes()
        .obstacle()
        .ifPresent(why -> notes.add("Some are unproven: " + Paint.printable(why)));
    return notes;
  }

  private List<Map<String, Object>> groups() {
    Map<ObjectName, List<Map<String, Object>>> groups = new LinkedHashMap<>();
    for (ReportEntry entry : report.open()) {
      groups
          .computeIfAbsent(entry.address().object(), ignored -> new ArrayList<>())
          .add(entry(entry));
    }
    List<Map<String, Object>> models = new ArrayList<>();
    groups.forEach((object, entries) ->
        models.add(Map.of("name", Paint.printable(report.name(object)), "entries", entries)));
    return models;
  }

  private static Map<String, Object> entry(ReportEntry entry) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("subject", entry.subject());
    model.put("kind", entry.drift().kind());
    model.put("verdict", entry.verdict());
    model.put("severity", entry.severity());
    model.put("counts", entry.counts());
    model.put("place", Paint.printable(entry.shortPlace().orElse("")));
    WordMarks.Pair marks = marks(entry);
    model.put("expected", pieces(marks.expected()));
    model.put("actual", pieces(marks.actual()));
    model.put("sql", String.join("\n", entry.statements()));
    return model;
  }

  // Where one side is empty there is nothing to compare word by word.
  private static WordMarks.Pair marks(ReportEntry entry) {
    String expected = entry.drift().expected();
    String actual = entry.drift().actual();
    return entry.drift().verdict() == DriftVerdict.CHANGED
            && !expected.isEmpty()
            && !actual.isEmpty()
        ? WordMarks.of(expected, actual)
        : new WordMarks.Pair(
            List.of(new WordMarks.Piece(expected, false)),
            List.of(new WordMarks.Piece(actual, false)));
  }

  private static List<Map<String, Object>> pieces(List<WordMarks.Piece> pieces) {
    return pieces.stream()
        .filter(piece -> !piece.text().isEmpty())
        .map(piece -> Map.<String, Object>of("text", piece.text(), "marked", piece.marked()))
        .toList();
  }

  private static Map<String, Object> beyond(ReportEntry entry) {
    return Map.of(
        "kind", entry.drift().kind(),
        "object", Paint.printable(entry.address().toString()),
        "severity", entry.severity(),
        "counts", entry.counts());
  }
}
