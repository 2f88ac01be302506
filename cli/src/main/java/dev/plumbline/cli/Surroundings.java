package dev.plumbline.cli;

import dev.plumbline.report.SourceRoot;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a process is given.
 *
 * @param folder the working folder
 * @param environment the environment variables
 * @param in standard input
 * @param out where the result goes
 * @param err where everything else goes
 * @param outIsTerminal whether a person reads {@code out} at once
 * @param errIsTerminal whether a person reads {@code err} at once
 */
record Surroundings(
    Path folder,
    Map<String, String> environment,
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal) {
  private static final int BUFFER = 1 << 16;

  /** Those of this process. */
  static Surroundings ofProcess() {
    return new Surroundings(
        Path.of("").toAbsolutePath(),
        System.getenv(),
        System.in,
        buffered(FileDescriptor.out),
        System.err,
        isTerminal(1),
        isTerminal(2));
  }

  /** The value of an environment variable that is set and not empty. */
  boolean has(String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }

  /** Where paths are counted from in reports for other programs. */
  SourceRoot sourceRoot() {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return new SourceRoot(folder, at);
      }
    }
    return new SourceRoot(folder, folder);
  }

  // The JDK's own stream sends every line by itself.
  private static PrintStream buffered(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER),
        false,
        StandardCharsets.UTF_8);
  }

  // The JDK tells only whether all streams are a terminal, and needs long for it. The launcher
  // knows; without it Linux tells.
  private static boolean isTerminal(int descriptor) {
    String told = System.getProperty("plumb.terminal");
    if (told != null) {
      return told.contains(Integer.toString(descriptor));
    }
    try {
      Path device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor));
      return device.startsWith("/dev/pts") || device.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }
}
