package dev.plumbline.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Intervals in the spelling that {@code IntervalStyle = postgres} prints and people write: {@code 1
 * year 2 mons 3 days 04:05:06.7}, {@code 7 days}, {@code -1 hour}. Fractions other than of seconds
 * are not read.
 */
final class IntervalText {
  private static final Pattern PART =
      Pattern.compile(
          "\\s*(?:([+-]?[0-9]{1,9})\\s*([a-z]+)"
              + "|([+-]?)([0-9]{1,6}):([0-9]{2})(?::([0-9]{2}(?:\\.[0-9]{1,6})?))?"
              + "|([+-]?[0-9]{1,9}\\.[0-9]{1,6})\\s*(s|sec|secs|second|seconds))");
  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("month", 1),
          Map.entry("months", 1),
          Map.entry("mon", 1),
          Map.entry("mons", 1),
          Map.entry("y", 12),
          Map.entry("yr", 12),
          Map.entry("yrs", 12),
          Map.entry("year", 12),
          Map.entry("years", 12),
          Map.entry("decade", 120),
          Map.entry("decades", 120),
          Map.entry("century", 1200),
          Map.entry("centuries", 1200));
  private static final Map<String, Integer> DAYS =
      Map.of("d", 1, "day", 1, "days", 1, "w", 7, "week", 7, "weeks", 7);
  private static final Map<String, Long> SECONDS =
      Map.ofEntries(
          Map.entry("h", 3600L),
          Map.entry("hr", 3600L),
          Map.entry("hrs", 3600L),
          Map.entry("hour", 3600L),
          Map.entry("hours", 3600L),
          Map.entry("m", 60L),
          Map.entry("min", 60L),
          Map.entry("mins", 60L),
          Map.entry("minute", 60L),
          Map.entry("minutes", 60L),
          Map.entry("s", 1L),
          Map.entry("sec", 1L),
          Map.entry("secs", 1L),
          Map.entry("second", 1L),
          Map.entry("seconds", 1L));

  private long months;
  private long days;
  private BigDecimal seconds = BigDecimal.ZERO;

  private IntervalText() {}

  /** Months, days and seconds, which Postgres keeps apart. */
  static Optional<String> canonical(String text, String modifiers) {
    String words = text.strip().toLowerCase(Locale.ROOT).replaceFirst("^@\\s*", "");
    if (modifiers.matches("[a-z]+") && words.matches("[+-]?[0-9]{1,9}")) {
      words = words + " " + modifiers;
    } else if (!modifiers.isEmpty() && !modifiers.equals("6")) {
      return Optional.empty();
    }
    boolean ago = words.endsWith(" ago");
    IntervalText interval = new IntervalText();
    return interval.read(ago ? words.substring(0, words.length() - 4) : words)
        ? Optional.of(interval.print(ago ? -1 : 1))
        : Optional.empty();
  }

  private boolean read(String words) {
    Matcher part = PART.matcher(words);
    int at = 0;
    while (at < words.length()) {
      if (!part.find(at) || part.start() != at || !add(part)) {
        return false;
      }
      at = part.end();
    }
    return at > 0;
  }

  private boolean add(Matcher part) {
    if (part.group(1) != null) {
      return addUnits(Long.parseLong(part.group(1)), part.group(2));
    }
    if (part.group(7) != null) {
      seconds = seconds.add(new BigDecimal(part.group(7)));
      return true;
    }
    BigDecimal clock =
        new BigDecimal(part.group(6) == null ? "0" : part.group(6))
            .add(BigDecimal.valueOf(Long.parseLong(part.group(4)) * 3600L))
            .add(BigDecimal.valueOf(Long.parseLong(part.group(5)) * 60L));
    seconds = part.group(3).equals("-") ? seconds.subtract(clock) : seconds.add(clock);
    return true;
  }

  private boolean addUnits(long count, String unit) {
    Integer ofMonths = MONTHS.get(unit);
    Integer ofDays = DAYS.get(unit);
    Long ofSeconds = SECONDS.get(unit);
    if (ofMonths != null) {
      months += count * ofMonths;
    } else if (ofDays != null) {
      days += count * ofDays;
    } else if (ofSeconds != null) {
      seconds = seconds.add(BigDecimal.valueOf(count * ofSeconds));
    } else {
      return false;
    }
    return true;
  }

  private String print(int sign) {
    BigDecimal signed = seconds.multiply(BigDecimal.valueOf(sign));
    BigDecimal micros = signed.movePointRight(6).setScale(0, RoundingMode.HALF_EVEN);
    return months * sign + " months " + days * sign + " days " + micros.toPlainString() + " us";
  }
}
