package dev.plumbline.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that ran to its end.
 *
 * @param status its exit status
 * @param output what it printed, errors too
 */
public record FinishedProcess(int status, String output) {
  /** Runs a command to its end; one that takes longer is killed, and ends with -1. */
  public static FinishedProcess run(List<String> command, long seconds) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new FinishedProcess(-1, "no end after " + seconds + " s\n" + output);
      }
      return new FinishedProcess(process.exitValue(), output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
