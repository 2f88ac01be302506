package dev.plumbline.report;

import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.Position;
import dev.plumbline.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * Commands of a GitHub workflow, which shows each at its line of a pull request.
 *
 * @see <a
 *     href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">Workflow
 *     commands</a>
 */
public final class WorkflowAnnotations {
  private WorkflowAnnotations() {}

  /** Writes one line for each diagnostic. */
  public static String write(List<Diagnostic> diagnostics, SourceRoot root) {
    StringBuilder text = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics) {
      text.append(line(diagnostic, root)).append('\n');
    }
    return text.toString();
  }

  private static String line(Diagnostic diagnostic, SourceRoot root) {
    return line(
        diagnostic.isError() ? "error" : "warning",
        Optional.of(diagnostic.span()),
        diagnostic.code(),
        diagnostic.message() + diagnostic.help().map(help -> "\n" + help).orElse(""),
        root);
  }

  /** One command: {@code error}, {@code warning} or {@code notice}. */
  public static String line(
      String level, Optional<Span> place, String title, String message, SourceRoot root) {
    String where = place.map(span -> place(span, root) + ",").orElse("");
    return "::%s %stitle=%s::%s".formatted(level, where, property(title), data(message));
  }

  private static String place(Span span, SourceRoot root) {
    Position from = span.from();
    Position to = span.to();
    // GitHub takes columns only within one line.
    String columns =
        from.line() == to.line()
            ? ",col=%d,endColumn=%d".formatted(from.column(), to.column())
            : "";
    return "file=%s,line=%d,endLine=%d%s"
        .formatted(property(root.path(span.file().name())), from.line(), to.line(), columns);
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
