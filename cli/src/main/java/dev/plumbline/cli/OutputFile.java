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
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** Writes files so that a reader sees the old text or the new one, and never half of it. */
final class OutputFile {
  private static final Set<PosixFilePermission> OF_NEW_FILES =
      PosixFilePermissions.fromString("rw-r--r--");

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
      requireWritable(target);
      Path partial = Files.createTempFile(beside, "." + path.getFileName(), ".partial");
      try {
        Files.write(partial, text.getBytes(StandardCharsets.UTF_8));
        adoptAttributes(target, partial);
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

  // A file may be replaced in a folder that may be written to, whatever its own permissions say;
  // one that is protected is meant to stay.
  private static void requireWritable(Path target) throws IOException {
    boolean isProtected =
        Files.exists(target)
            && (!Files.isWritable(target)
                || attributes(target).filter(OutputFile::nobodyMayWrite).isPresent());
    if (isProtected) {
      throw new AccessDeniedException(target.toString());
    }
  }

  private static boolean nobodyMayWrite(PosixFileAttributes attributes) {
    Set<PosixFilePermission> permissions = attributes.permissions();
    return !permissions.contains(PosixFilePermission.OWNER_WRITE)
        && !permissions.contains(PosixFilePermission.GROUP_WRITE)
        && !permissions.contains(PosixFilePermission.OTHERS_WRITE);
  }

  private static void adoptAttributes(Path target, Path partial) throws IOException {
    Optional<PosixFileAttributes> old =
        Files.exists(target) ? attributes(target) : Optional.empty();
    Optional<PosixFileAttributeView> view = view(partial);
    if (view.isPresent()) {
      if (old.isPresent()) {
        adoptOwner(old.get(), view.get());
      }
      view.get().setPermissions(old.map(PosixFileAttributes::permissions).orElse(OF_NEW_FILES));
    }
  }

  // Only some may give files away; who may not writes the file as their own.
  private static void adoptOwner(PosixFileAttributes old, PosixFileAttributeView view)
      throws IOException {
    PosixFileAttributes own = view.readAttributes();
    try {
      if (!own.group().equals(old.group())) {
        view.setGroup(old.group());
      }
      if (!own.owner().equals(old.owner())) {
        view.setOwner(old.owner());
      }
    } catch (IOException e) {
      return;
    }
  }

  private static Optional<PosixFileAttributes> attributes(Path file) throws IOException {
    Optional<PosixFileAttributeView> view = view(file);
    return view.isPresent() ? Optional.of(view.get().readAttributes()) : Optional.empty();
  }

  // Not every file system has owners and permissions.
  private static Optional<PosixFileAttributeView> view(Path file) {
    return Optional.ofNullable(Files.getFileAttributeView(file, PosixFileAttributeView.class));
  }

  /** Moves a file or folder in one go, where the file system can. */
  static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
