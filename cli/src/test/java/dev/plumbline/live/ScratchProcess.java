package dev.plumbline.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A program that opens a scratch database, says so, and waits for the end of its input. */
final class ScratchProcess {
  private ScratchProcess() {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    try (ScratchServers servers = ScratchServers.of(System.getenv(), progress -> {});
        ScratchDatabase database = servers.open()) {
      System.out.write((database.major() + "\n").getBytes(StandardCharsets.US_ASCII));
      System.out.flush();
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }
}
