package dev.plumbline.cli;

import dev.plumbline.diff.DiffOptions;
import java.util.List;

/** What {@code --check} compares besides the definitions. */
enum AccessCheck {
  /** Who owns an object. */
  owner,
  /** Who may do what with it. */
  grants;

  static DiffOptions options(List<AccessCheck> checks) {
    return new DiffOptions(checks.contains(owner), checks.contains(grants));
  }
}
