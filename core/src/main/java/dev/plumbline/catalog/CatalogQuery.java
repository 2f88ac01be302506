package dev.plumbline.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The queries, each a file beside this class, in the order in which they run. The checksum runs
 * when it is wanted, also alone; fingerprints and dependents run alone.
 */
enum CatalogQuery {
  SERVER,
  TRANSACTION,
  NAMESPACES,
  EXTENSIONS,
  TYPES,
  RELATIONS,
  SEQUENCES,
  COLUMNS,
  OPERATOR_CLASSES,
  INDEXES,
  CONSTRAINTS,
  TRIGGERS,
  POLICIES,
  ROUTINES,
  UNMODELLED,
  CHECKSUM,
  FINGERPRINTS,
  DEPENDENTS;

  private static final Pattern GUARD = Pattern.compile("-- (from|before) (\\d+)$");

  private final String file;

  CatalogQuery() {
    file = load(fileName() + ".sql");
  }

  /** The name of the file, without its ending. */
  String fileName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The file as a server of this version understands it. */
  String text(ServerVersion server) {
    return file.lines()
        .filter(line -> speaksTo(server, line))
        .collect(Collectors.joining("\n"))
        .replace(":namespaces", "cast(? as oid[])");
  }

  private static boolean speaksTo(ServerVersion server, String line) {
    Matcher guard = GUARD.matcher(line);
    return !guard.find()
        || server.isAtLeast(Integer.parseInt(guard.group(2))) == guard.group(1).equals("from");
  }

  private static String load(String file) {
    try (InputStream stream =
        Objects.requireNonNull(CatalogQuery.class.getResourceAsStream(file), file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The query " + file + " is missing from this build.", e);
    }
  }
}
