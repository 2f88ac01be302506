package dev.plumbline.apply;

/**
 * How far an index is built.
 *
 * @param index its name; that of the table until the index has one
 * @param phase what the server does, in its own words
 * @param done how much of the phase is done
 * @param total how much there is; zero where the server does not say
 */
public record IndexBuild(String index, String phase, long done, long total) {
  /** The same as a sentence. */
  public String sentence() {
    return total > 0
        ? "index %s: %s, %d %%".formatted(index, phase, percent())
        : "index %s: %s".formatted(index, phase);
  }

  /** How much of the phase is done, of a hundred. */
  public long percent() {
    return total > 0 ? Math.min(100, done * 100 / total) : 0;
  }
}
