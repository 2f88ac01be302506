package dev.plumbline.report;

import java.io.PrintStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells of one comparison after the other what is new and what is gone: a line for each, with the
 * time.
 */
public final class WatchLog {
  private final PrintStream out;
  private final boolean json;
  private final Paint paint;
  private final Clock clock;
  private final JsonMapper mapper = JsonMapper.shared();
  private Map<Known, ReportEntry> known = new LinkedHashMap<>();
  private Optional<Boolean> inSync = Optional.empty();
  private Optional<String> failure = Optional.empty();

  /**
   * A log in which nothing is told yet.
   *
   * @param json whether each line is a JSON object
   * @param clock tells the time
   */
  public WatchLog(PrintStream out, boolean json, Paint paint, Clock clock) {
    this.out = out;
    this.json = json;
    this.paint = paint;
    this.clock = clock;
  }

  /** What makes an entry the same as one of the last time. */
  private record Known(String kind, String object, String expected, String actual) {
    static Known of(ReportEntry entry) {
      return new Known(
          entry.drift().kind(),
          entry.address().toString(),
          entry.drift().expected(),
          entry.drift().actual());
    }
  }

  /** Tells in what a comparison is not as the last one. */
  public void checked(ComparisonReport report) {
    if (failure.isPresent()) {
      failure = Optional.empty();
      say("back", Optional.empty(), paint.good("back"));
    }
    Map<Known, ReportEntry> now = new LinkedHashMap<>();
    report.entries().forEach(entry -> now.put(Known.of(entry), entry));
    known.forEach((key, entry) -> {
      if (!now.containsKey(key)) {
        tell("gone", report, entry, paint.good("gone"));
      }
    });
    now.forEach((key, entry) -> {
      if (!known.containsKey(key)) {
        String word = entry.counts() ? paint.error("new ") : paint.faint("new ");
        tell("new", report, entry, word);
      }
    });
    known = now;
    status(!report.different());
    out.flush();
  }

  private void status(boolean agreed) {
    if (!inSync.equals(Optional.of(agreed))) {
      inSync = Optional.of(agreed);
      say(
          agreed ? "inSync" : "drifted",
          Optional.empty(),
          agreed ? paint.good("in sync") : paint.error("drifted"));
    }
  }

  /** Tells that nothing could be compared, and why; the same reason is told once. */
  public void failed(String why) {
    if (!failure.equals(Optional.of(why))) {
      failure = Optional.of(why);
      say("failed", failure, paint.error("failed"));
      out.flush();
    }
  }

  private void tell(String event, ComparisonReport report, ReportEntry entry, String word) {
    if (json) {
      ObjectNode line = line(event);
      line.set("entry", JsonReport.node(entry));
      out.println(mapper.writeValueAsString(line));
    } else {
      String name = report.name(entry.address().object());
      out.println(
          time()
              + "  "
              + word
              + "  "
              + Paint.printable(name)
              + ": "
              + entry.sentence(report.words()));
    }
  }

  private void say(String event, Optional<String> message, String word) {
    if (json) {
      ObjectNode line = line(event);
      message.ifPresent(text -> line.put("message", text));
      out.println(mapper.writeValueAsString(line));
    } else {
      out.println(
          time() + "  " + word + message.map(text -> "  " + Paint.printable(text)).orElse(""));
    }
  }

  private ObjectNode line(String event) {
    return mapper.createObjectNode().put("time", time()).put("event", event);
  }

  private String time() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
