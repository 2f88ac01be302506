package dev.plumbline.diff;

import dev.plumbline.expression.Verdict;
import dev.plumbline.schema.SqlExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Collects the differences of one object. What the second side says nothing about is kept apart: a
 * Prisma file that does not mention a comment does not say that there shall be none.
 */
final class Differences {
  private final boolean complete;
  private final List<Difference> said = new ArrayList<>();
  private final List<Difference> unsaid = new ArrayList<>();

  /**
   * @param complete whether the second side says all there is to say, as a live database does
   */
  Differences(boolean complete) {
    this.complete = complete;
  }

  /** Compares an attribute that every schema says. */
  <T> Differences compare(Attribute attribute, T from, T to, Function<T, String> wording) {
    if (!from.equals(to)) {
      said.add(Difference.proven(attribute, wording.apply(from), wording.apply(to)));
    }
    return this;
  }

  /** Compares an attribute of which {@code silence} is what stands there when nothing is said. */
  <T> Differences compareIfSaid(
      Attribute attribute, T from, T to, T silence, Function<T, String> wording) {
    return compareUnlessSilent(attribute, from, to, to.equals(silence), wording);
  }

  /** Compares an attribute about which the second side may be silent. */
  <T> Differences compareUnlessSilent(
      Attribute attribute, T from, T to, boolean silent, Function<T, String> wording) {
    if (!from.equals(to)) {
      (silent && !complete ? unsaid : said)
          .add(Difference.proven(attribute, wording.apply(from), wording.apply(to)));
    }
    return this;
  }

  /** Compares a text that may be absent, as comments may. */
  Differences compareText(Attribute attribute, Optional<String> from, Optional<String> to) {
    return compareIfSaid(attribute, from, to, Optional.<String>empty(), text -> text.orElse(""));
  }

  /** Adds a difference unless the verdict is that there is none. */
  Differences judge(Attribute attribute, Verdict verdict, String from, String to) {
    switch (verdict) {
      case SAME -> {}
      case DIFFERENT -> said.add(Difference.proven(attribute, from, to));
      case UNPROVEN -> said.add(new Difference(attribute, from, to, Difference.Certainty.UNPROVEN));
    }
    return this;
  }

  /** Adds a difference of two definitions unless they are the same. */
  Differences judge(Attribute attribute, boolean same, SqlExpression from, SqlExpression to) {
    return judge(attribute, same ? Verdict.SAME : Verdict.DIFFERENT, from.text(), to.text());
  }

  /** Adds a difference about which the second side says nothing. */
  Differences addUnsaid(Attribute attribute, String from, String to) {
    (complete ? said : unsaid).add(Difference.proven(attribute, from, to));
    return this;
  }

  boolean isEmpty() {
    return said.isEmpty() && unsaid.isEmpty();
  }

  List<Difference> said() {
    return said;
  }

  List<Difference> unsaid() {
    return unsaid;
  }
}
