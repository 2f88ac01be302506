package dev.plumbline.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files so that a reader sees the old text or the new one, and never half of it. */
final class OutputFile {
  private OutputFile() {}

  /** Writes a file, in a new folder if need be. */
  static void write(Path path, String text) {
    Path folder = path.toAbsolutePath().getParent();
    try {
      if (folder == null || Files.isDirectory(path)) {
        throw UserException.error(path + " is a folder", "Name a file.");
      }
      Files.createDirectories(folder);
      // The target of a link is replaced, and not the link; it may lie on another disk.
      Path target = Files.exists(path) ? path.toRealPath() : path;
      Path beside = Files.exists(path) ? target.getParent() : folder;
      Path partial = Files.createTempFile(beside, "." + path.getFileName(), ".partial");
      try {
        Files.write(partial, text.getBytes(StandardCharsets.UTF_8));
        adoptPermissions(target, partial);
        move(partial, target);
      } finally {
        Files.deleteIfExists(partial);
      }
    } catch (AccessDeniedException e) {
      throw UserException.error(
          "you may not write " + path, "Check the permissions of the file and its folder.");
    } catch (FileAlreadyExistsException e) {
      throw UserException.error(
          "cannot write %s: %s is a file and no folder".formatted(path, e.getFile()),
          "Name another folder.");
    } catch (IOException e) {
      throw UserException.error(
          "cannot write " + path + reason(e), "Check the folder's permissions and the disk.");
    }
  }

  // Without a reason of the system the message is nothing but the name of a file.
  private static String reason(IOException e) {
    if (e instanceof FileSystemException refused) {
      String reason = refused.getReason();
      return reason == null ? "" : ": " + reason;
    }
    return ": " + e.getMessage();
  }

  private static void adoptPermissions(Path target, Path partial) throws IOException {
    if (Files.exists(target)) {
      Files.setPosixFilePermissions(partial, Files.getPosixFilePermissions(target));
    } else {
      Files.setPosixFilePermissions(
          partial, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
    }
  }

  private static void move(Path partial, Path target) throws IOException {
    try {
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
