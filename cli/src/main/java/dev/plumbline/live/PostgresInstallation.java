package dev.plumbline.live;

import java.nio.file.Path;
import java.util.List;

/**
 * An unpacked Postgres with a freshly made cluster that servers are copied from.
 *
 * @param major the major version
 * @param programs the folder of {@code postgres} and {@code initdb}
 * @param template the cluster
 * @param password the password of its superuser, which exists on this machine only
 */
record PostgresInstallation(int major, Path programs, Path template, String password) {
  static final String SUPERUSER = "postgres";

  /** The command of one program. */
  List<String> program(String name) {
    return List.of(programs.resolve(name).toString());
  }

  @Override
  public String toString() {
    return "Postgres " + major + " in " + programs;
  }
}
