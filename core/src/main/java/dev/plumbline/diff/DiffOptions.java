package dev.plumbline.diff;

/**
 * What is compared besides the definitions.
 *
 * @param owners whether the owning roles are compared
 * @param grants whether the privileges are compared
 */
public record DiffOptions(boolean owners, boolean grants) {
  /** Only definitions. */
  public static DiffOptions definitions() {
    return new DiffOptions(false, false);
  }
}
