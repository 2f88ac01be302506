package dev.plumbline.expression;

import java.math.BigDecimal;

/** A value while a condition is evaluated. */
sealed interface ConditionValue {

  /** NULL. */
  record Missing() implements ConditionValue {}

  /** A boolean. */
  record Truth(boolean value) implements ConditionValue {}

  /** A number, without the scale it was written with. */
  record Numeric(BigDecimal value) implements ConditionValue {}

  /** A text or an enum label: equal or not, but in no order that is known here. */
  record Text(String value) implements ConditionValue {}

  /** A date or a time stamp of one type, in a text whose order is the order of time. */
  record Moment(String type, String text) implements ConditionValue {}

  static ConditionValue truth(boolean value) {
    return new Truth(value);
  }

  static ConditionValue number(BigDecimal value) {
    return new Numeric(value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros());
  }

  static ConditionValue text(String value) {
    return new Text(value);
  }

  /** What is left of the value for somebody who only asks whether a row counts. */
  default ConditionValue seenAs(ExpressionContext.Purpose purpose) {
    return switch (purpose) {
      case VALUE -> this;
      case PREDICATE -> truth(equals(truth(true)));
      case CHECK -> truth(!equals(truth(false)));
    };
  }
}
