package dev.plumbline.cli;

import dev.plumbline.plan.LockMode;
import dev.plumbline.proof.MigrationProof;
import dev.plumbline.proof.MigrationProof.WayBack;
import dev.plumbline.proof.RowFinding;
import dev.plumbline.proof.StatementTrace;
import dev.plumbline.report.Paint;
import dev.plumbline.report.Words;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.source.Diagnostic;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Prints what {@code plumb migrate verify} found, for people. */
final class VerifyPrinter {
  private static final int WIDTH = 96;

  private final PrintStream out;
  private final Paint paint;

  VerifyPrinter(PrintStream out, Paint paint) {
    this.out = out;
    this.paint = paint;
  }

  void print(VerifyReport report) {
    if (report.proofs().isEmpty()) {
      out.println("Nothing to verify: all migrations have run.");
      return;
    }
    out.println(
        "%s on Postgres %d, up to %s in each table"
            .formatted(report.migrations(), report.major(), Words.count(report.rows(), "row")));
    report.proofs().forEach(this::print);
    out.println();
    report.target().ifPresent(this::print);
    out.println(conclusion(report));
  }

  private String conclusion(VerifyReport report) {
    String all = Words.count(report.proofs().size(), "migration");
    long broken = report.proofs().stream().filter(it -> !it.holds()).count();
    long risky = report.proofs().stream().filter(MigrationProof::isRisky).count();
    boolean ends = report.target().stream().allMatch(it -> it.differences().isEmpty());
    if (broken > 0) {
      return paint.error("Not proven")
          + ": %d of %s".formatted(broken, all)
          + (ends ? "." : ", and they do not end at the schema.");
    }
    String proven =
        all
            + " proven"
            + (risky > 0 ? ", of which %d may fail on other rows".formatted(risky) : "");
    return ends
        ? paint.good(proven + ".")
        : proven + ", but " + paint.error("they do not end at the schema.");
  }

  private void print(MigrationProof proof) {
    out.println();
    out.println(verdict(proof) + paint.strong(name(proof)));
    proof.mayFail().forEach(failure -> failure(paint.warning("may fail"), "  ", failure));
    if (proof.isRisky()) {
      out.println("            " + otherRows(proof));
    }
    proof.run().statements().forEach(this::print);
    proof
        .run()
        .failure()
        .ifPresent(failure -> {
          failure(failure);
          out.println(
              "            It runs where there are no rows, and on none that were made up.");
        });
    if (proof.run().failure().isEmpty()) {
      rows(proof);
      wayBack(proof);
    }
    proof
        .filling()
        .unfilled()
        .forEach((table, reason) ->
            out.println("  " + paint.warning("empty") + "     " + shown(table) + ": " + reason));
  }

  private static String name(MigrationProof proof) {
    String name = proof.file().name();
    String file = proof.file().script().name();
    return file.contains(name) ? file : name + "  " + file;
  }

  private void print(StatementTrace trace) {
    out.println(
        "  " + paint.faint("line " + trace.statement().from().line()) + "  " + oneLine(trace));
    List<String> facts = new ArrayList<>();
    Map<LockMode, TreeSet<ObjectName>> locks = new TreeMap<>();
    trace
        .observed()
        .locks()
        .forEach(
            (table, mode) -> locks.computeIfAbsent(mode, absent -> new TreeSet<>()).add(table));
    locks.forEach((mode, tables) -> facts.add(mode.sql() + " on " + shown(tables)));
    if (!trace.transactional()) {
      facts.add("in no transaction");
    }
    add(facts, "writes anew ", trace.observed().rewritten());
    add(facts, "reads all of ", trace.observed().scanned());
    add(facts, "changes rows of ", trace.observed().written());
    facts.add(
        String.format(
            Locale.ROOT,
            "%.1f ms, %s of WAL",
            trace.time().toNanos() / 1e6,
            bytes(trace.walBytes())));
    out.println("          " + String.join("; ", facts));
  }

  private static void add(List<String> facts, String words, Collection<ObjectName> tables) {
    if (!tables.isEmpty()) {
      facts.add(words + shown(tables));
    }
  }

  private String verdict(MigrationProof proof) {
    if (!proof.holds()) {
      return paint.error("fails ");
    }
    return proof.isRisky() ? paint.warning("risky ") : paint.good("holds ");
  }

  private static String otherRows(MigrationProof proof) {
    String rows = proof.sample().rows() == 1 ? "with one row in each table, and " : "";
    return "on some rows that the tables may hold; proven %swithout NULLs".formatted(rows);
  }

  private void failure(Diagnostic failure) {
    failure(paint.error("error"), "     ", failure);
  }

  private void failure(String word, String gap, Diagnostic failure) {
    out.println(
        "  %s%s%s: %s"
            .formatted(
                word,
                gap,
                DiagnosticPrinter.shortPlace(failure.span()),
                Paint.printable(failure.message())));
    failure.help().ifPresent(help -> out.println("            " + Paint.printable(help)));
  }

  private void rows(MigrationProof proof) {
    long count = proof.filling().rows().values().stream().mapToLong(Long::longValue).sum();
    boolean kept = proof.rows().stream().noneMatch(it -> it.kind().isBroken());
    out.println(
        "  rows      "
            + (kept ? "kept" : paint.error("lost"))
            + ": %s in %s"
                .formatted(
                    Words.count(count, "row"),
                    Words.count(proof.filling().rows().size(), "table")));
    proof.rows().forEach(this::finding);
  }

  private void finding(RowFinding finding) {
    String what = shown(finding.table()) + finding.column().map(column -> "." + column).orElse("");
    String line = what + ": " + finding.message();
    out.println("            " + (finding.kind().isBroken() ? paint.error(line) : line));
  }

  private void wayBack(MigrationProof proof) {
    if (proof.back().isEmpty()) {
      out.println("  way back  none is beside it");
      return;
    }
    WayBack back = proof.back().get();
    out.println(
        "  way back  " + (back.holds() ? "the first state is back" : paint.error("does not hold")));
    back.run().failure().ifPresent(this::failure);
    back.differences().forEach(line -> out.println("            " + Paint.printable(line)));
    back.rows().forEach(this::finding);
  }

  private void print(VerifyReport.Target target) {
    if (target.differences().isEmpty()) {
      out.println("The migrations end at " + target.schema() + ".");
    } else {
      out.println(paint.error("The migrations do not end at " + target.schema() + ":"));
      target.differences().forEach(line -> out.println("  " + Paint.printable(line)));
    }
  }

  private static String oneLine(StatementTrace trace) {
    return shortened(trace.statement().text());
  }

  /** A statement in one line. */
  static String shortened(String sql) {
    String line = Paint.printable(sql.replaceAll("--[^\n]*", "").replaceAll("\\s+", " ").strip());
    return line.length() <= WIDTH
        ? line
        : line.substring(0, line.offsetByCodePoints(0, WIDTH - 2)) + " …";
  }

  private static String shown(Collection<ObjectName> tables) {
    return String.join(", ", tables.stream().map(VerifyPrinter::shown).toList());
  }

  private static String shown(ObjectName table) {
    return Paint.printable(table.namespace().equals("public") ? table.name() : table.toString());
  }

  private static String bytes(long count) {
    return count < 10_000 ? count + " bytes" : count / 1000 + " kB";
  }
}
