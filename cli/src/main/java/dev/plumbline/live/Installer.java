package dev.plumbline.live;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks an archive into the cache folder and makes the cluster that servers are copied from; once
 * for each version, whoever comes first. An installation appears under its name by a rename, so it
 * is there as a whole or not at all.
 */
final class Installer {
  // Another layout of the folder or other settings of the cluster need another number.
  private static final String RECIPE = "1";

  private final CacheFolder cache;
  private final ServerAccount account;
  private final Consumer<String> progress;

  Installer(CacheFolder cache, ServerAccount account, Consumer<String> progress) {
    this.cache = cache;
    this.account = account;
    this.progress = progress;
  }

  /** The installation of an archive, made when it is not there. */
  PostgresInstallation install(PostgresArchive archive) {
    String name = archive.version() + "-" + RECIPE;
    Path folder = cache.installations().resolve(name);
    try {
      if (!Files.isDirectory(folder)) {
        Path lock = cache.installations().resolve(name + ".lock");
        FolderLock.during(lock, () -> makeUnlessThere(archive, folder));
      }
      return new PostgresInstallation(
          archive.major(),
          folder.resolve("bin"),
          folder.resolve("template"),
          Files.readString(folder.resolve("password")));
    } catch (IOException e) {
      throw new LiveException(
          "cannot unpack Postgres " + archive.version() + " to " + folder + ": " + e.getMessage(),
          "Is there room on the disk? Another folder can be named with PLUMBLINE_CACHE.",
          e);
    }
  }

  private Path makeUnlessThere(PostgresArchive archive, Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      make(archive, folder);
    }
    return folder;
  }

  private void make(PostgresArchive archive, Path folder) throws IOException {
    progress.accept("unpacking Postgres " + archive.version());
    removePartial(folder);
    Path partial = folder.resolveSibling(folder.getFileName() + ".partial");
    String enter = account.owner().isPresent() ? "rwx--x--x" : "rwx------";
    Files.createDirectory(partial, CacheFolder.permissions(enter));
    unpack(archive.jar(), partial);
    Path password = partial.resolve("password");
    Files.createFile(password, CacheFolder.permissions("rw-------"));
    Files.writeString(password, randomPassword());
    progress.accept("preparing Postgres " + archive.version());
    makeCluster(partial);
    Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  // What a process left that was killed while it unpacked.
  private static void removePartial(Path folder) {
    Path partial = folder.resolveSibling(folder.getFileName() + ".partial");
    if (Files.exists(partial)) {
      CacheFolder.delete(partial);
    }
  }

  private static void unpack(Path jar, Path folder) throws IOException {
    try (ZipInputStream zip =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(jar), 1 << 16))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(".txz")) {
          untar(new XZInputStream(zip), folder);
          return;
        }
      }
    }
    throw new IOException(jar + " holds no archive");
  }

  private static void untar(InputStream stream, Path folder) throws IOException {
    TarArchiveInputStream tar = new TarArchiveInputStream(stream, "UTF-8");
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      Path target = folder.resolve(entry.getName()).normalize();
      if (!target.startsWith(folder)) {
        throw new IOException("the archive names a file outside of itself: " + entry.getName());
      }
      if (entry.isDirectory()) {
        Files.createDirectories(target);
      } else if (entry.isSymbolicLink()) {
        Files.createDirectories(target.getParent());
        Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      } else if (!entry.getName().endsWith(".a")) {
        // Static libraries are for compiling extensions, which nobody does here.
        Files.createDirectories(target.getParent());
        Files.copy(tar, target);
        boolean program = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
            target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
  }

  private void makeCluster(Path partial) throws IOException {
    Path template = partial.resolve("template");
    Files.createDirectory(template, CacheFolder.permissions("rwx------"));
    account.own(template);
    Path password = Files.createTempFile(partial, "password", "");
    Files.copy(partial.resolve("password"), password, StandardCopyOption.REPLACE_EXISTING);
    account.own(password);
    run(initdb(partial.resolve("bin"), template, password));
    Files.delete(password);
  }

  private List<String> initdb(Path programs, Path template, Path password) {
    return account.command(
        List.of(
            programs.resolve("initdb").toString(),
            "--pgdata=" + template,
            "--username=" + PostgresInstallation.SUPERUSER,
            "--pwfile=" + password,
            "--auth=password",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
            // Most of a new cluster is its log; small segments make it quick to copy.
            "--wal-segsize=1"));
  }

  private static void run(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    ScratchServer.cleanEnvironment(builder.environment());
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("initdb says: " + lastLines(output));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  static String lastLines(String output) {
    List<String> lines = new ArrayList<>(output.strip().lines().toList());
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
  }

  private static String randomPassword() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Copies the cluster for one server. */
  void copyTemplate(PostgresInstallation installation, Path data) throws IOException {
    Path template = installation.template();
    try (Stream<Path> paths = Files.walk(template)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Path target = data.resolve(template.relativize(path).toString());
        Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
        account.own(target);
      }
    }
  }
}
