package dev.plumbline.prisma.check;

import dev.plumbline.prisma.syntax.PrismaParser;
import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A schema with mistakes and what is said about them. A file has many of them:
 *
 * <pre>
 * === the code of the first diagnostic, and (Prisma 6) where the version matters
 * schema
 * ---
 * LINE error CODE: message
 *   help: what to do
 * </pre>
 */
record Case(String title, String schema, String expected) {
  private static final String START = "=== ";
  private static final String MIDDLE = "---";

  static List<Case> parse(String file) {
    List<Case> cases = new ArrayList<>();
    for (String part : (" \n" + file).split("\n" + START, -1)) {
      if (!part.isBlank()) {
        cases.add(parseOne(part));
      }
    }
    return cases;
  }

  private static Case parseOne(String part) {
    int title = part.indexOf('\n');
    int middle = part.indexOf("\n" + MIDDLE + "\n");
    if (title < 0 || middle < 0) {
      throw new IllegalArgumentException("no case: " + part);
    }
    return new Case(
        part.substring(0, title),
        part.substring(title + 1, middle + 1),
        part.substring(middle + MIDDLE.length() + 2).strip());
  }

  static String write(List<Case> cases) {
    return cases.stream().map(Case::write).collect(Collectors.joining("\n"));
  }

  private String write() {
    return START + title + "\n" + schema + MIDDLE + "\n" + expected + "\n";
  }

  /** The same schema with what is said about it now. */
  Case updated() {
    return new Case(title, schema, actual());
  }

  String actual() {
    return check().diagnostics().stream().map(Case::display).collect(Collectors.joining("\n"));
  }

  CheckedSchema check() {
    return PrismaChecker.check(
        List.of(PrismaParser.parse(SourceFile.of("schema.prisma", schema))), version());
  }

  String code() {
    return title.split(" ", 2)[0];
  }

  PrismaVersion version() {
    int number = title.indexOf("(Prisma ");
    return number < 0
        ? PrismaVersion.ANY
        : PrismaVersion.valueOf("V" + title.charAt(number + "(Prisma ".length()));
  }

  private static String display(Diagnostic diagnostic) {
    String line =
        diagnostic.span().from().line()
            + " "
            + diagnostic.severity().name().toLowerCase(Locale.ROOT)
            + " "
            + diagnostic.code()
            + ": "
            + diagnostic.message().stripTrailing().replace("\n", "\\n");
    return line + diagnostic.help().map(help -> "\n  help: " + help).orElse("");
  }

  @Override
  public String toString() {
    return title;
  }
}
