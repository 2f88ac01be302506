package dev.plumbline.cli;

import dev.plumbline.migration.NewFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes several files that make sense only together: all are there afterwards, or none. A new
 * folder appears with all that is in it.
 */
final class NewFiles {
  private final Path folder;
  private final SchemaFiles names;
  private final Deque<Path> written = new ArrayDeque<>();

  private NewFiles(Path folder, SchemaFiles names) {
    this.folder = folder;
    this.names = names;
  }

  /**
   * Writes files that do not exist yet.
   *
   * @param folder where their paths begin; it is made when it is not there
   * @param files the files
   * @param last a file that may exist and is replaced when all others are there, such as a journal
   * @return what was written, as people would call it
   * @throws UserException when one of them exists or cannot be written; then nothing has changed
   */
  static List<String> write(
      Path folder, List<NewFile> files, Optional<NewFile> last, SchemaFiles names) {
    return new NewFiles(folder, names).write(files, last);
  }

  private List<String> write(List<NewFile> files, Optional<NewFile> last) {
    files.forEach(this::requireNew);
    List<String> shown = new ArrayList<>();
    Optional<Path> staging = Optional.empty();
    try {
      Files.createDirectories(folder);
      Path stage = Files.createTempDirectory(folder, ".plumb");
      staging = Optional.of(stage);
      for (NewFile file : files) {
        Path staged = stage.resolve(file.path());
        Files.createDirectories(parent(staged));
        Files.write(staged, file.text().getBytes(StandardCharsets.UTF_8));
      }
      for (Path child : children(stage)) {
        move(child, folder.resolve(stage.relativize(child)));
      }
      last.ifPresent(file -> OutputFile.write(folder.resolve(file.path()), file.text()));
    } catch (IOException | UserException e) {
      takeBack();
      throw failure(e);
    } finally {
      staging.ifPresent(NewFiles::delete);
    }
    files.forEach(file -> shown.add(names.shown(folder.resolve(file.path()))));
    last.ifPresent(file -> shown.add(names.shown(folder.resolve(file.path()))));
    return shown;
  }

  private void requireNew(NewFile file) {
    // The folder of a migration is as new as the files in it.
    int slash = file.path().indexOf('/');
    boolean ofAll = slash < 0 || file.path().startsWith("meta/");
    Path path = folder.resolve(ofAll ? file.path() : file.path().substring(0, slash));
    if (Files.exists(path)) {
      throw UserException.error(
          names.shown(path) + " exists already", "Give the migration another name.");
    }
  }

  // A folder that exists, such as Drizzle's meta, is filled and not replaced.
  private void move(Path from, Path to) throws IOException {
    if (Files.isDirectory(from) && Files.isDirectory(to)) {
      for (Path child : children(from)) {
        move(child, to.resolve(from.relativize(child)));
      }
      return;
    }
    OutputFile.move(from, to);
    written.push(to);
  }

  private void takeBack() {
    written.forEach(NewFiles::delete);
  }

  private UserException failure(Exception cause) {
    if (cause instanceof UserException known) {
      return known;
    }
    return UserException.error(
        "cannot write to the folder %s: %s".formatted(names.shown(folder), cause.getMessage()),
        "Check its permissions and the disk.");
  }

  private static Path parent(Path path) {
    return Optional.ofNullable(path.getParent()).orElse(path);
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    }
  }

  private static void delete(Path path) {
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      // What is left lies in a hidden folder, and the error that led here is told.
      return;
    }
  }
}
