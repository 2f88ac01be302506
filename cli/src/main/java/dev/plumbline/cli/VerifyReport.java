package dev.plumbline.cli;

import dev.plumbline.proof.MigrationProof;
import java.util.List;
import java.util.Optional;

/**
 * What {@code plumb migrate verify} found.
 *
 * @param migrations the folder
 * @param major the version of Postgres
 * @param rows how many rows each table was to have
 * @param proofs what was seen of each migration
 * @param target whether the migrations end at the schema; empty when there is none, or the last
 *     migration was not asked for
 */
record VerifyReport(
    String migrations, int major, int rows, List<MigrationProof> proofs, Optional<Target> target) {
  /** Copies the list. */
  VerifyReport {
    proofs = List.copyOf(proofs);
  }

  /**
   * Where the migrations are to end.
   *
   * @param schema the schema
   * @param differences in what they end elsewhere, each in a few words
   */
  record Target(String schema, List<String> differences) {}

  /** Whether everything holds. */
  boolean holds() {
    return proofs.stream().allMatch(MigrationProof::holds)
        && target.stream().allMatch(it -> it.differences().isEmpty());
  }
}
