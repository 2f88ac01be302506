package dev.plumbline.diff;

/**
 * One attribute in which an object that both sides have differs.
 *
 * @param attribute which
 * @param from how the first side has it, for people; empty when it has none
 * @param to how the second side has it, for people; empty when it has none
 * @param certainty whether the difference is proven
 */
public record Difference(Attribute attribute, String from, String to, Certainty certainty) {

  /** A proven difference. */
  public static Difference proven(Attribute attribute, String from, String to) {
    return new Difference(attribute, from, to, Certainty.DIFFERENT);
  }

  /** How sure it is that two texts mean different things. */
  public enum Certainty {
    /** They do. */
    DIFFERENT,
    /** Neither sameness nor difference could be shown. */
    UNPROVEN
  }
}
