package dev.plumbline.live;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that opens a scratch database of each version in its arguments, or of the default one,
 * says so, and waits for the end of its input; then all of them must still answer.
 */
final class ScratchProcess {
  private ScratchProcess() {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    try (ScratchServers servers = ScratchServers.of(System.getenv(), progress -> {})) {
      List<ScratchDatabase> databases = new ArrayList<>();
      for (String major : arguments) {
        databases.add(servers.open(Integer.parseInt(major)));
      }
      if (databases.isEmpty()) {
        databases.add(servers.open());
      }
      List<String> majors = databases.stream().map(it -> Integer.toString(it.major())).toList();
      System.out.write((String.join(" ", majors) + "\n").getBytes(StandardCharsets.US_ASCII));
      System.out.flush();
      System.in.transferTo(OutputStream.nullOutputStream());
      for (ScratchDatabase database : databases) {
        if (database.ask("SELECT 1").isEmpty()) {
          throw new IOException("the scratch server of version " + database.major() + " is gone");
        }
      }
      databases.forEach(ScratchDatabase::close);
    }
  }
}
