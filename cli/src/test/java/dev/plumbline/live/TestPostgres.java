package dev.plumbline.live;

import dev.plumbline.source.SourceFile;
import java.util.List;
import java.util.stream.Stream;

/**
 * Real Postgres servers for tests: one for each major version and test run, started when the first
 * test asks. They end with the run.
 */
public final class TestPostgres {
  private static final ScratchServers SERVERS = ScratchServers.of(System.getenv(), progress -> {});

  private TestPostgres() {}

  /** The newest version, which is the one that ships. */
  public static int newest() {
    return 18;
  }

  /**
   * The versions on which a test runs that looks at all of them: the oldest and the newest that
   * Prisma and Postgres support together in the normal run, every one under {@code -Plong}.
   */
  public static List<Integer> majors() {
    return Boolean.getBoolean("plumbline.long") ? List.of(13, 14, 15, 16, 17, 18) : List.of(14, 18);
  }

  /** The same as a stream, for {@code @MethodSource}. */
  public static Stream<Integer> everyMajor() {
    return majors().stream();
  }

  /** A fresh, empty database on the newest version. */
  public static ScratchDatabase open() {
    return open(newest());
  }

  /** Runs some SQL as superuser, in one transaction. */
  public static void run(ScratchDatabase database, String sql) {
    database.run(List.of(SourceFile.of("test.sql", sql)));
  }

  /** A fresh, empty database. Use it in a try statement. */
  public static ScratchDatabase open(int major) {
    return SERVERS.open(major);
  }
}
