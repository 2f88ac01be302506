package dev.plumbline.migration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** The checksums that migration tools take of their files. */
final class Checksums {
  private Checksums() {}

  /** Whether a checksum in a history is that of a text, whatever its line breaks are here. */
  static boolean matches(MigrationStyle style, String checksum, String text) {
    String unix = text.replace("\r\n", "\n");
    return switch (style) {
      case PRISMA, DRIZZLE, PLAIN ->
          checksum.equalsIgnoreCase(sha256(text))
              || checksum.equalsIgnoreCase(sha256(unix))
              || checksum.equalsIgnoreCase(sha256(unix.replace("\n", "\r\n")));
      case FLYWAY -> checksum.equals(flyway(text));
    };
  }

  /** The checksum of a text. */
  static String of(MigrationStyle style, String text) {
    return switch (style) {
      case PRISMA, DRIZZLE, PLAIN -> sha256(text);
      case FLYWAY -> flyway(text);
    };
  }

  // https://www.prisma.io/docs: SHA-256 of the file in lower-case hexadecimal digits. Drizzle and
  // we too.
  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** CRC-32 over the lines without their ends, as a signed number. */
  private static String flyway(String text) {
    CRC32 crc = new CRC32();
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    plain.lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
    return Integer.toString((int) crc.getValue());
  }
}
