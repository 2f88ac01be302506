package dev.plumbline.migration;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What stands at the head of the names of migrations, so that they sort in their order. */
public final class Numbering {
  private static final String SECONDS = "uuuuMMddHHmmss";
  private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(SECONDS);
  private static final int EPOCH_SECONDS = 10;
  private static final int EPOCH_MILLISECONDS = 13;

  private Numbering() {}

  /** A moment in UTC as fourteen digits. */
  public static String timestamp(Instant moment) {
    return TIMESTAMP.format(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
  }

  /** The moment that fourteen digits name; empty when they name none. */
  public static Optional<Instant> moment(String digits) {
    try {
      return Optional.of(LocalDateTime.parse(digits, TIMESTAMP).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * What follows a number, in its manner: a moment after a moment, else the next number in as many
   * digits. It is always greater.
   *
   * @param last the digits of the last migration
   * @param now the present moment
   */
  public static String next(String last, Instant now) {
    BigInteger following = new BigInteger(last).add(BigInteger.ONE);
    Optional<String> moment = momentLike(last, now);
    if (moment.isPresent()) {
      return new BigInteger(moment.get()).compareTo(following) >= 0
          ? moment.get()
          : afterMoment(last, following);
    }
    String digits = following.toString();
    return "0".repeat(Math.max(0, last.length() - digits.length())) + digits;
  }

  private static String afterMoment(String last, BigInteger following) {
    return moment(last)
        .map(moment -> timestamp(moment.plusSeconds(1)))
        .orElseGet(following::toString);
  }

  private static Optional<String> momentLike(String last, Instant now) {
    boolean ofThisAge = last.startsWith("1") || last.startsWith("2");
    return switch (last.length()) {
      case EPOCH_SECONDS ->
          ofThisAge ? Optional.of(Long.toString(now.getEpochSecond())) : Optional.empty();
      case 12 -> moment(last + "00").map(ignored -> timestamp(now).substring(0, 12));
      case EPOCH_MILLISECONDS ->
          ofThisAge ? Optional.of(Long.toString(now.toEpochMilli())) : Optional.empty();
      case 14 -> moment(last).map(ignored -> timestamp(now));
      default -> Optional.empty();
    };
  }
}
