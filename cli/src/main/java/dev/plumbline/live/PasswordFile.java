package dev.plumbline.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The file {@code ~/.pgpass}: lines of {@code host:port:database:user:password}, in which {@code *}
 * matches anything and a backslash keeps a colon. As libpq, it does not use a file that others can
 * read.
 */
final class PasswordFile {
  private static final int FIELDS = 5;
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  private final Path file;

  PasswordFile(Path file) {
    this.file = file;
  }

  /** Whether the file is there and others can read it, so that it is not used. */
  boolean isOpenToOthers() {
    try {
      return Files.isRegularFile(file)
          && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** The password of the first line that matches. */
  Optional<String> find(String host, String port, String database, String user) {
    if (!Files.isRegularFile(file) || isOpenToOthers()) {
      return Optional.empty();
    }
    List<String> wanted = List.of(host, port, database, user);
    try {
      for (String line : Files.readAllLines(file)) {
        List<String> fields = fields(line);
        if (!line.startsWith("#") && fields.size() >= FIELDS && matches(fields, wanted)) {
          return Optional.of(unescaped(fields.get(FIELDS - 1)));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new LiveException(
          "cannot read " + file, "Give the password with PGPASSWORD instead.", e);
    }
  }

  private static boolean matches(List<String> fields, List<String> wanted) {
    for (int i = 0; i < wanted.size(); i++) {
      String field = fields.get(i);
      if (!field.equals("*") && !unescaped(field).equals(wanted.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '\\') {
        i++;
      } else if (line.charAt(i) == ':' && fields.size() < FIELDS - 1) {
        fields.add(line.substring(start, i));
        start = i + 1;
      }
    }
    fields.add(line.substring(start));
    return fields;
  }

  private static String unescaped(String field) {
    return field.replaceAll("\\\\(.)", "$1");
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
