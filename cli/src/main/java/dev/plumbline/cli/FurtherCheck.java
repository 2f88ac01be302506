package dev.plumbline.cli;

import dev.plumbline.diff.DiffOptions;
import java.util.List;

/** What {@code --check} compares besides the definitions. */
enum FurtherCheck {
  /** Who owns an object. */
  owner,
  /** Who may do what with it. */
  grants,
  /** Which namespaces there are beside those of the schema. */
  namespaces;

  static DiffOptions options(List<FurtherCheck> checks) {
    return new DiffOptions(checks.contains(owner), checks.contains(grants));
  }
}
