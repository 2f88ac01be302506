package dev.plumbline.diff;

import static dev.plumbline.diff.Wording.columns;
import static dev.plumbline.diff.Wording.words;

import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Constraint.Deferrability;
import dev.plumbline.schema.Constraint.Match;
import dev.plumbline.schema.Constraint.Validity;
import dev.plumbline.schema.Policy;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Short texts for people: a whole constraint or policy in one line, the usual left out. */
final class ConstraintWording {
  private ConstraintWording() {}

  static String constraint(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key ->
          line("PRIMARY KEY " + columns(key.columns()), deferrability(key.deferrability()));
      case Constraint.Unique unique ->
          line(
              "UNIQUE "
                  + (unique.nullsDistinct() ? "" : "NULLS NOT DISTINCT ")
                  + columns(unique.columns()),
              deferrability(unique.deferrability()));
      case Constraint.ForeignKey key -> foreignKey(key);
      case Constraint.Check check ->
          line(
              "CHECK (" + check.expression().text() + ")",
              check.noInherit() ? "NO INHERIT" : "",
              validity(check.validity()));
      case Constraint.Exclusion exclusion ->
          line(exclusion.definition().text(), deferrability(exclusion.deferrability()));
    };
  }

  private static String foreignKey(Constraint.ForeignKey key) {
    return line(
        "FOREIGN KEY %s REFERENCES %s %s"
            .formatted(columns(key.columns()), key.target().name(), columns(key.targetColumns())),
        key.match() == Match.SIMPLE ? "" : "MATCH " + words(key.match()),
        "ON DELETE " + words(key.onDelete()),
        key.setColumns().isEmpty() ? "" : columns(key.setColumns()),
        "ON UPDATE " + words(key.onUpdate()),
        deferrability(key.deferrability()),
        validity(key.validity()));
  }

  private static String deferrability(Deferrability deferrability) {
    return switch (deferrability) {
      case NOT_DEFERRABLE -> "";
      case INITIALLY_IMMEDIATE -> "DEFERRABLE";
      case INITIALLY_DEFERRED -> words(deferrability);
    };
  }

  private static String validity(Validity validity) {
    return validity == Validity.VALID ? "" : words(validity);
  }

  static String policy(Policy policy) {
    return line(
        policy.permissive() ? "" : "AS RESTRICTIVE",
        "FOR " + policy.command(),
        policy.roles().equals(List.of("public")) ? "" : "TO " + String.join(", ", policy.roles()),
        policy.using().map(it -> "USING (" + it.text() + ")").orElse(""),
        policy.withCheck().map(it -> "WITH CHECK (" + it.text() + ")").orElse(""));
  }

  private static String line(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
  }
}
