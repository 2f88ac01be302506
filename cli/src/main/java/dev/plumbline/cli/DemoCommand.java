package dev.plumbline.cli;

import dev.plumbline.cli.ReportAssembly.SqlChoice;
import dev.plumbline.live.ConnectionUrl;
import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.report.ComparisonReport;
import dev.plumbline.report.Paint;
import dev.plumbline.report.Reports;
import dev.plumbline.report.Vocabulary;
import dev.plumbline.source.SourceFile;
import dev.plumbline.sql.RenderOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code plumb demo}: the whole story on a Postgres of its own. */
@Command(
    addMethodSubcommands = false,
    name = "demo",
    description = "Show on a Postgres of its own how a database drifts, and how it comes back.",
    footer = {"", "It needs no server, no Docker and no arguments, and leaves nothing behind."})
final class DemoCommand implements Callable<Integer> {
  private static final String SCHEMA = "demo.prisma";
  private static final Pattern BLOCK_END = Pattern.compile("\\n[})];?");
  private static final List<String> COUNTED = List.of("runner_jobs", "job_events");

  private final PlumbCommand plumb;
  private final PrintStream out;

  DemoCommand(PlumbCommand plumb) {
    this.plumb = plumb;
    this.out = plumb.surroundings().out();
  }

  @Override
  public Integer call() {
    PrismaProject project =
        PrismaProject.of(
            new SchemaFiles.Found(
                SCHEMA, List.of(resource(SCHEMA)), plumb.surroundings().folder()));
    Variables variables = Variables.none();
    try (SourceReader reader =
            new SourceReader(plumb, variables, Optional.empty(), CommentChoice.all);
        ScratchDatabase database = reader.access().scratch().open()) {
      reader.access().progress().close();
      return new Story(new SchemaSource.Prisma(project), reader, database).tell();
    }
  }

  private static SourceFile resource(String name) {
    try (InputStream stream = DemoCommand.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return SourceFile.of(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One run of the story. */
  private final class Story {
    private final SchemaSource.Prisma schema;
    private final SourceReader reader;
    private final ScratchDatabase database;
    private final Paint paint = plumb.paint(true);
    private int chapter;

    Story(SchemaSource.Prisma schema, SourceReader reader, ScratchDatabase database) {
      this.schema = schema;
      this.reader = reader;
      this.database = database;
    }

    int tell() {
      String text = schema.project().files().files().getFirst().text();
      chapter("A Prisma schema: runners work on jobs. This is a part of it:");
      show(block(text, "enum RunnerJobStatus"));
      show(block(text, "/// What happened to a job"));

      chapter("Its database, in a PostgreSQL %d of our own: plumb ddl".formatted(database.major()));
      String ddl = compare(reader.read(new SchemaSource.Empty(), schema)).script();
      show(block(ddl, "CREATE TABLE \"job_events\""));
      show("… %d lines in all".formatted(ddl.lines().count()));
      run(SourceFile.of("plumb ddl", ddl));
      run(resource("demo-rows.sql"));

      chapter("Is the database what the schema says? plumb drift");
      drift();

      chapter("Somebody changes it by hand:");
      SourceFile byHand = resource("demo-by-hand.sql");
      show(byHand.text());
      run(byHand);

      chapter("And now? plumb drift");
      ComparisonReport found = drift();

      chapter("What mends it: plumb drift --output sql. It is applied.");
      show(found.script());
      run(SourceFile.of("plumb drift --output sql", found.script()));

      chapter("And now? plumb drift");
      ComparisonReport last = drift();
      show("The rows are all there: " + rows() + ".");
      out.println("Your own: plumb drift SCHEMA --url postgresql://user:password@host/database");
      return found.different() && !last.different() ? ExitCode.OK : ExitCode.ERROR;
    }

    private ComparisonReport drift() {
      ConnectionUrl url = ConnectionUrl.parse(database.url());
      SchemaSource live = new SchemaSource.Live(new DatabaseAddress(url, "the demo"));
      ComparisonReport report = compare(reader.read(live, schema));
      Reports.printDifferences(report, out, paint);
      out.println();
      return report;
    }

    private ComparisonReport compare(SourceReader.Pair sides) {
      return ReportAssembly.of(
          Vocabulary.DRIFT,
          Optional.of("public"),
          SchemaComparison.of(sides, reader),
          new Strictness(Strictness.Rule.DRIFT, false, Optional.empty()),
          Acceptance.nothing(),
          Optional.empty(),
          new SqlChoice(
              PlanOptions.standard().forPostgres(database.major()),
              RenderOptions.sql(),
              objects -> List.of()));
    }

    private void run(SourceFile script) {
      database.run(List.of(script));
    }

    private String rows() {
      return COUNTED.stream()
          .map(table -> database.ask("SELECT count(*) FROM " + table).orElse("no") + " " + table)
          .collect(Collectors.joining(", "));
    }

    private void chapter(String title) {
      chapter++;
      out.println(paint.strong(chapter + ". " + title));
      out.println();
      out.flush();
    }

    private void show(String text) {
      text.strip().lines().forEach(line -> out.println(("   " + line).stripTrailing()));
      out.println();
    }
  }

  /** The lines from one that begins so to the end of its block. */
  private static String block(String text, String beginning) {
    int start = text.indexOf(beginning);
    if (start < 0) {
      throw new IllegalStateException("the demo has no " + beginning);
    }
    Matcher close = BLOCK_END.matcher(text);
    return text.substring(start, close.find(start) ? close.end() : text.length());
  }
}
