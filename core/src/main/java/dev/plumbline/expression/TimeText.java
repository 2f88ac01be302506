package dev.plumbline.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and times in ISO spelling. Other spellings depend on {@code DateStyle}, the special words
 * {@code now} and {@code today} on the moment, and a {@code timestamptz} without a zone on the
 * session: those are not read.
 */
final class TimeText {
  private static final Pattern MOMENT =
      Pattern.compile(
          "(?:([0-9]{4})-([0-9]{2})-([0-9]{2}))?"
              + "(?:[ tT]?([0-9]{2}):([0-9]{2})(?::([0-9]{2}(?:\\.[0-9]{1,12})?))?)?"
              + "\\s?([zZ]|[+-][0-9]{2}(?::?[0-9]{2}(?::[0-9]{2})?)?)?");
  private static final long MICROS_PER_SECOND = 1_000_000L;

  private final Matcher parts;

  private TimeText(Matcher parts) {
    this.parts = parts;
  }

  /** One text for all spellings of one moment, itself one of them. */
  static Optional<String> canonical(String type, String precision, String text) {
    String stripped = text.strip();
    boolean dated = !type.startsWith("time") || type.startsWith("timestamp");
    if (dated && stripped.matches("-?infinity")) {
      return Optional.of(stripped);
    }
    Matcher matcher = MOMENT.matcher(stripped);
    if (stripped.isEmpty() || !matcher.matches()) {
      return Optional.empty();
    }
    try {
      return new TimeText(matcher)
          .of(type, precision.matches("[0-6]") ? precision.charAt(0) - '0' : 6);
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  private Optional<String> of(String type, int precision) {
    boolean dated = parts.group(1) != null;
    boolean timed = parts.group(4) != null;
    boolean zoned = parts.group(7) != null;
    // Every type refuses an impossible date, also one that it would forget.
    LocalDate day = dated ? date() : LocalDate.EPOCH;
    return switch (type) {
      case "date" -> dated ? Optional.of(day.toString()) : Optional.empty();
      // The input functions of both read a date and forget it.
      case "time" -> timed ? Optional.of(clock(precision)) : Optional.empty();
      case "timetz" -> timed && zoned ? Optional.of(clock(precision) + zone()) : Optional.empty();
      // The input function of timestamp reads a zone and forgets it.
      case "timestamp" -> dated ? Optional.of(moment(day, precision, 0)) : Optional.empty();
      case "timestamptz" ->
          dated && zoned
              ? Optional.of(moment(day, precision, offsetSeconds()) + "Z")
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private LocalDate date() {
    return LocalDate.of(number(1), number(2), number(3));
  }

  private int number(int group) {
    return Integer.parseInt(parts.group(group));
  }

  private String clock(int precision) {
    long micros = rounded(micros(), precision);
    long seconds = micros / MICROS_PER_SECOND;
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d.%06d",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60,
        micros % MICROS_PER_SECOND);
  }

  private String zone() {
    int seconds = offsetSeconds();
    int size = Math.abs(seconds);
    return String.format(
        Locale.ROOT,
        "%s%02d:%02d:%02d",
        seconds < 0 ? "-" : "+",
        size / 3600,
        size / 60 % 60,
        size % 60);
  }

  private String moment(LocalDate day, int precision, int offset) {
    LocalDateTime midnight = day.atStartOfDay();
    long micros = rounded(micros(), precision) - offset * MICROS_PER_SECOND;
    return midnight.plus(micros, ChronoUnit.MICROS).toString();
  }

  private long micros() {
    if (parts.group(4) == null) {
      return 0;
    }
    int hours = number(4);
    int minutes = number(5);
    BigDecimal seconds = new BigDecimal(parts.group(6) == null ? "0" : parts.group(6));
    boolean fits =
        minutes < 60
            && seconds.compareTo(BigDecimal.valueOf(60)) <= 0
            && (hours < 24 || (hours == 24 && minutes == 0 && seconds.signum() == 0));
    if (!fits) {
      throw new DateTimeException("no time of day");
    }
    long rest = seconds.movePointRight(6).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    return (hours * 60L + minutes) * 60L * MICROS_PER_SECOND + rest;
  }

  private static long rounded(long micros, int precision) {
    return BigDecimal.valueOf(micros)
        .setScale(precision - 6, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private int offsetSeconds() {
    String offset = parts.group(7);
    if (offset.equalsIgnoreCase("z")) {
      return 0;
    }
    String digits = offset.substring(1).replace(":", "");
    int seconds = 0;
    int unit = 3600;
    for (int i = 0; i + 2 <= digits.length(); i += 2) {
      seconds += Integer.parseInt(digits.substring(i, i + 2)) * unit;
      unit /= 60;
    }
    return offset.startsWith("-") ? -seconds : seconds;
  }
}
