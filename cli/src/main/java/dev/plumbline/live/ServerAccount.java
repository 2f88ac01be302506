package dev.plumbline.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Under which account the programs of Postgres run. They refuse to run as root, so root hands them
 * to somebody else.
 *
 * @param prefix the command that stands before theirs; empty for an ordinary user
 * @param owner who must own the data directory; empty for the user of this process
 */
record ServerAccount(List<String> prefix, Optional<String> owner) {
  private static final String NOBODY = "nobody";

  /** Copies the list. */
  ServerAccount {
    prefix = List.copyOf(prefix);
  }

  /**
   * The account for this process. For root that is first a user namespace of its own, in which the
   * server owns nothing but files of root and has no rights beyond it, and else {@code nobody}.
   *
   * @param root whether this process runs as root
   */
  static ServerAccount choose(boolean root) {
    if (!root) {
      return new ServerAccount(List.of(), Optional.empty());
    }
    return Stream.of(
            new ServerAccount(List.of("unshare", "--user"), Optional.empty()),
            new ServerAccount(
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=65534", "--clear-groups"),
                Optional.of(NOBODY)),
            new ServerAccount(List.of("runuser", "-u", NOBODY, "--"), Optional.of(NOBODY)),
            new ServerAccount(List.of("su-exec", NOBODY), Optional.of(NOBODY)))
        .filter(ServerAccount::works)
        .findFirst()
        .orElseThrow(() ->
            new LiveException(
                "Postgres does not run as root, and this system has no way to run it as"
                    + " somebody else",
                "Run plumb as an ordinary user, or install util-linux (unshare, setpriv)."));
  }

  /** The command that runs a program under this account. */
  List<String> command(List<String> program) {
    return Stream.concat(prefix.stream(), program.stream()).toList();
  }

  /** Gives a file or folder to this account. */
  void own(Path path) throws IOException {
    if (owner.isPresent()) {
      var principals = path.getFileSystem().getUserPrincipalLookupService();
      Files.setOwner(path, principals.lookupPrincipalByName(owner.get()));
    }
  }

  private boolean works() {
    try {
      // Not root's uid, and one with a name, which initdb asks for.
      Process process =
          new ProcessBuilder(command(List.of("sh", "-c", "test \"$(id -u)\" != 0 && id -un")))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
