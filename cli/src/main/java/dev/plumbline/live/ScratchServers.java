package dev.plumbline.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The scratch servers of one run: each major version is started when the first database of it is
 * asked for, and used for all that follow.
 *
 * <p>Nothing here needs Docker or a Postgres on the machine, and it works as root.
 */
public final class ScratchServers implements AutoCloseable {
  private final PostgresArchives archives;
  private final Map<String, String> environment;
  private final Consumer<String> progress;
  private final Map<Integer, ScratchServer> servers = new HashMap<>();

  private ScratchServers(
      PostgresArchives archives, Map<String, String> environment, Consumer<String> progress) {
    this.archives = archives;
    this.environment = Map.copyOf(environment);
    this.progress = progress;
  }

  /**
   * The servers of this process's user; nothing is started yet.
   *
   * @param environment the environment variables, of which {@code PLUMBLINE_CACHE}, {@code
   *     XDG_CACHE_HOME} choose the cache folder
   * @param progress is told what takes long, in words for a person
   */
  public static ScratchServers of(Map<String, String> environment, Consumer<String> progress) {
    return new ScratchServers(PostgresArchives.ofThisProcess(), environment, progress);
  }

  /** The major versions whose binaries are on this machine, ascending. */
  public List<Integer> majors() {
    return PostgresPlatform.current().map(archives::majors).orElse(List.of());
  }

  /** The major version that is taken when nobody wants a certain one. */
  public int defaultMajor() {
    return archives.newest(platform()).orElseThrow(() -> missing("")).major();
  }

  /**
   * The whole version of a server, for example {@code 18.6.0}.
   *
   * @throws LiveException when its binaries are not on this machine
   */
  public String version(int major) {
    return archives.find(platform(), major).orElseThrow(() -> missing(" " + major)).version();
  }

  /**
   * A folder of this user alone for what databases were; empty when there can be none.
   *
   * @param name the folder's, within the user's cache
   */
  public Optional<Path> kept(String name) {
    try {
      CacheFolder cache = CacheFolder.ofUser(environment);
      cache.make(/* shared= */ false);
      return Optional.of(Files.createDirectories(cache.root().resolve(name)));
    } catch (LiveException | IOException e) {
      return Optional.empty();
    }
  }

  /** A fresh database on the default version. */
  public ScratchDatabase open() {
    return open(defaultMajor());
  }

  /**
   * A fresh, empty database.
   *
   * @param major the major version of the server
   * @throws LiveException when its binaries are not on this machine, or it does not start
   */
  public ScratchDatabase open(int major) {
    return ScratchDatabase.create(server(major));
  }

  private synchronized ScratchServer server(int major) {
    ScratchServer running = servers.get(major);
    if (running != null && running.isRunning()) {
      return running;
    }
    ScratchServer started = start(major);
    servers.put(major, started);
    return started;
  }

  private ScratchServer start(int major) {
    PostgresArchive archive =
        archives.find(platform(), major).orElseThrow(() -> missing(" " + major));
    progress.accept("starting Postgres " + archive.version());
    boolean root = "root".equals(System.getProperty("user.name"));
    ServerAccount account = ServerAccount.choose(root);
    CacheFolder cache =
        account.owner().isPresent() ? CacheFolder.ofEverybody() : CacheFolder.ofUser(environment);
    cache.make(account.owner().isPresent());
    Installer installer = new Installer(cache, account, progress);
    return ScratchServer.start(
        installer.install(archive),
        installer,
        new ServerFolders(cache.servers(), account),
        account);
  }

  private static PostgresPlatform platform() {
    return PostgresPlatform.current()
        .orElseThrow(() ->
            new LiveException(
                "there is no scratch Postgres for %s on %s"
                    .formatted(System.getProperty("os.name"), System.getProperty("os.arch"))));
  }

  private LiveException missing(String major) {
    List<Integer> majors = majors();
    String artifact =
        PostgresPlatform.current().map(PostgresPlatform::artifact).orElse("(no platform)");
    String version = major.isEmpty() ? "VERSION" : major.strip() + ".x.0";
    return new LiveException(
        "the scratch Postgres%s is not on this machine; there is %s"
            .formatted(major, majors.isEmpty() ? "none" : majors.toString()),
        "Fetch it once with: mvn dependency:get -Dtransitive=false"
            + " -Dartifact=io.zonky.test.postgres:%s:%s".formatted(artifact, version));
  }

  /** Lets all servers stop and their data go; does not wait for it. */
  @Override
  public synchronized void close() {
    for (ScratchServer server : new ArrayList<>(servers.values())) {
      server.close();
    }
    servers.clear();
  }

  static LiveException failed(ScratchServer server, SQLException e) {
    return new LiveException(
        "the scratch Postgres " + server.major() + " failed: " + e.getMessage(),
        "This is not expected; run with --debug to see more.",
        e);
  }
}
