package dev.plumbline.cli;

import dev.plumbline.migration.FlywayScript;
import dev.plumbline.migration.FlywayScript.Kind;
import dev.plumbline.migration.MigrationFile;
import dev.plumbline.migration.MigrationStyle;
import dev.plumbline.migration.Numbering;
import dev.plumbline.source.SourceFile;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The scripts of a migrations folder in the order in which they are applied. It may be in the
 * layout of Prisma ({@code TIMESTAMP_name/migration.sql}), Drizzle ({@code 0000_name.sql} with a
 * journal), Flyway ({@code V1__name.sql}), or hold plain files that are sorted by the numbers in
 * their names.
 */
final class MigrationFolder {
  private static final String SCRIPT = "migration.sql";
  private static final String SNAPSHOT = "snapshot.json";
  private static final String UP = "up.sql";
  private static final Pattern LOCK_PROVIDER =
      Pattern.compile("(?m)^\\s*provider\\s*=\\s*\"([^\"]*)\"");

  private final Path folder;
  private final SchemaFiles names;

  private MigrationFolder(Path folder, SchemaFiles names) {
    this.folder = folder;
    this.names = names;
  }

  /**
   * What is in a folder.
   *
   * @param style whose layout it has
   * @param layout how its files lie
   * @param files its migrations, in the order in which they are applied
   */
  record Found(MigrationStyle style, Layout layout, List<MigrationFile> files) {
    /** What they run. */
    List<SourceFile> scripts() {
      return files.stream().map(MigrationFile::script).toList();
    }
  }

  /** How the files of a folder lie. */
  enum Layout {
    /** All in one folder, with their numbers in their names. */
    FILES,
    /** Each in a folder of its own. */
    FOLDERS
  }

  /**
   * Reads the migrations of a folder, which may have none or not exist yet.
   *
   * @throws UserException when they are not for PostgreSQL
   */
  static Optional<Found> find(Path folder, SchemaFiles names) {
    return Files.isDirectory(folder)
        ? Optional.of(new MigrationFolder(folder, names).look())
            .filter(found -> !found.files().isEmpty())
        : Optional.empty();
  }

  /**
   * Reads the migrations of a folder.
   *
   * @throws UserException when there are none, or they are not for PostgreSQL
   */
  static Found read(Path folder, SchemaFiles names) {
    return new MigrationFolder(folder, names).read();
  }

  private Found read() {
    Found found = look();
    if (found.files().isEmpty()) {
      throw UserException.error(
          "the folder %s holds no migrations and no .prisma file".formatted(names.shown(folder)),
          "Name a folder with migration.sql files in subfolders, or with .sql files.");
    }
    return found;
  }

  private Found look() {
    List<Path> children = children(folder, names.shown(folder));
    requirePostgres();
    List<Path> files = children.stream().filter(path -> name(path).endsWith(".sql")).toList();
    return folders(children)
        .or(this::drizzle)
        .or(() -> flyway(files))
        .or(() -> plainFolders(children))
        .orElseGet(() -> new Found(MigrationStyle.PLAIN, Layout.FILES, plain(files)));
  }

  private MigrationFile file(String name, Path script) {
    return MigrationFile.of(name, text(script));
  }

  private SourceFile text(Path script) {
    return SourceFile.of(names.shown(script), FileText.read(script, names.shown(script)));
  }

  // Prisma's folders, or those of Drizzle, which keep a snapshot beside the script.
  private Optional<Found> folders(List<Path> children) {
    List<Path> migrations =
        children.stream().filter(child -> Files.isRegularFile(child.resolve(SCRIPT))).toList();
    if (migrations.isEmpty()) {
      return Optional.empty();
    }
    boolean drizzle =
        migrations.stream().anyMatch(child -> Files.isRegularFile(child.resolve(SNAPSHOT)));
    return Optional.of(
        new Found(
            drizzle ? MigrationStyle.DRIZZLE : MigrationStyle.PRISMA,
            Layout.FOLDERS,
            migrations.stream().map(child -> inFolder(child, drizzle)).toList()));
  }

  private MigrationFile inFolder(Path child, boolean drizzle) {
    String order = drizzle ? milliseconds(name(child)) : "";
    return new MigrationFile(name(child), order, text(child.resolve(SCRIPT)));
  }

  // What Drizzle notes of a migration is the time in the name of its folder.
  private static String milliseconds(String name) {
    return Numbering.moment(name.replaceFirst("_.*", ""))
        .map(moment -> Long.toString(moment.toEpochMilli()))
        .orElse("");
  }

  private Optional<Found> plainFolders(List<Path> children) {
    List<MigrationFile> files =
        children.stream()
            .filter(child -> Files.isRegularFile(child.resolve(UP)))
            .sorted(Comparator.comparing(MigrationFolder::name, MigrationFolder::byNumbers))
            .map(child -> file(name(child), child.resolve(UP)))
            .toList();
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(new Found(MigrationStyle.PLAIN, Layout.FOLDERS, files));
  }

  private Optional<Found> drizzle() {
    Path journal = folder.resolve("meta").resolve("_journal.json");
    if (!Files.isRegularFile(journal)) {
      return Optional.empty();
    }
    // The entries stand in the order of their application.
    List<MigrationFile> files = new ArrayList<>();
    for (JsonNode entry : journal(journal).path("entries")) {
      String tag = entry.path("tag").asString("");
      files.add(
          new MigrationFile(
              tag, entry.path("when").asString(""), text(folder.resolve(tag + ".sql"))));
    }
    return Optional.of(new Found(MigrationStyle.DRIZZLE, Layout.FILES, files));
  }

  private JsonNode journal(Path journal) {
    String name = names.shown(journal);
    try {
      return JsonMapper.shared().readTree(FileText.read(journal, name));
    } catch (JacksonException e) {
      throw UserException.error(
          "%s is no JSON".formatted(name),
          "It is Drizzle's journal: take it from version control.");
    }
  }

  // Versioned ones by version, then the repeatable ones by description; undoing is not applied.
  private Optional<Found> flyway(List<Path> files) {
    List<FlywayScript> known =
        files.stream().flatMap(path -> FlywayScript.of(name(path)).stream()).toList();
    if (files.isEmpty() || known.size() < files.size()) {
      return Optional.empty();
    }
    Stream<Path> versioned =
        files.stream()
            .filter(path -> isOf(path, Kind.VERSIONED) || isOf(path, Kind.BASELINE))
            .sorted(Comparator.comparing(MigrationFolder::flywayName, MigrationFolder::byNumbers));
    Stream<Path> repeatable = files.stream().filter(path -> isOf(path, Kind.REPEATABLE));
    return Optional.of(
        new Found(
            MigrationStyle.FLYWAY,
            Layout.FILES,
            Stream.concat(versioned, repeatable)
                .map(path -> file(flywayName(path), path))
                .toList()));
  }

  private static boolean isOf(Path path, Kind kind) {
    return FlywayScript.of(name(path)).filter(script -> script.kind() == kind).isPresent();
  }

  private static String flywayName(Path path) {
    return FlywayScript.of(name(path)).map(FlywayScript::name).orElseGet(() -> name(path));
  }

  /** The script of Flyway's that takes a version back. */
  static Optional<Path> undo(Path folder, String version) {
    return children(folder, folder.toString()).stream()
        .filter(path -> isOf(path, Kind.UNDO) && flywayName(path).equals(version))
        .findFirst();
  }

  private List<MigrationFile> plain(List<Path> files) {
    return files.stream()
        .filter(path -> !name(path).endsWith(".down.sql"))
        .sorted(Comparator.comparing(MigrationFolder::name, MigrationFolder::byNumbers))
        .map(path -> file(name(path), path))
        .toList();
  }

  private static final Pattern PART = Pattern.compile("\\d+|\\D+");

  /** Compares numbers in names as numbers: 2 stands before 10. */
  static int byNumbers(String first, String second) {
    List<String> a = parts(first);
    List<String> b = parts(second);
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int order = comparePart(a.get(i), b.get(i));
      if (order != 0) {
        return order;
      }
    }
    int sizes = Integer.compare(a.size(), b.size());
    return sizes != 0 ? sizes : first.compareTo(second);
  }

  private static int comparePart(String a, String b) {
    boolean numbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
    return numbers ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
  }

  private static List<String> parts(String name) {
    return PART.matcher(name).results().map(match -> match.group()).toList();
  }

  private void requirePostgres() {
    Path lock = folder.resolve("migration_lock.toml");
    if (Files.isRegularFile(lock)) {
      Matcher provider = LOCK_PROVIDER.matcher(FileText.read(lock, names.shown(lock)));
      if (provider.find() && !provider.group(1).startsWith("postgres")) {
        throw UserException.error(
            "the migrations in %s are for %s".formatted(names.shown(folder), provider.group(1)),
            "Only PostgreSQL is supported.");
      }
    }
  }

  private static List<Path> children(Path parent, String shown) {
    try (Stream<Path> children = Files.list(parent)) {
      return children.sorted(Comparator.comparing(MigrationFolder::name)).toList();
    } catch (IOException e) {
      throw UserException.error(
          "cannot read the folder %s: %s".formatted(shown, e.getMessage()),
          "Check its permissions.");
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
