package dev.plumbline.report;

import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.Position;
import java.util.List;

/** Diagnostics as commands of a GitHub workflow, which shows each at its line of a pull request. */
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
    Position from = diagnostic.span().from();
    Position to = diagnostic.span().to();
    String message = diagnostic.message() + diagnostic.help().map(help -> "\n" + help).orElse("");
    // GitHub takes columns only within one line.
    String columns =
        from.line() == to.line()
            ? ",col=%d,endColumn=%d".formatted(from.column(), to.column())
            : "";
    return "::%s file=%s,line=%d,endLine=%d%s,title=%s::%s"
        .formatted(
            diagnostic.isError() ? "error" : "warning",
            property(root.path(diagnostic.span().file().name())),
            from.line(),
            to.line(),
            columns,
            property(diagnostic.code()),
            data(message));
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
