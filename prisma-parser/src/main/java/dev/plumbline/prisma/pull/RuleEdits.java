package dev.plumbline.prisma.pull;

import dev.plumbline.diff.Attribute;
import dev.plumbline.diff.Change;
import dev.plumbline.diff.Difference;
import dev.plumbline.prisma.model.Model;
import dev.plumbline.prisma.pull.Landmarks.Place;
import dev.plumbline.prisma.pull.Landmarks.Said;
import dev.plumbline.prisma.syntax.Comment;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Constraint.Deferrability;
import dev.plumbline.schema.Constraint.Validity;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Persistence;
import dev.plumbline.schema.Policy;
import dev.plumbline.schema.SqlExpression;
import dev.plumbline.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes directives say what a model cannot: checks, exclusions, policies, storage. */
final class RuleEdits {
  private static final Pattern EXCLUSION =
      Pattern.compile("EXCLUDE USING (\\w+) \\((.*?)\\)(?: WHERE \\((.*)\\))?", Pattern.DOTALL);

  private final Landmarks landmarks;

  RuleEdits(Landmarks landmarks) {
    this.landmarks = landmarks;
  }

  /** A check, exclusion or policy that only the database has. */
  List<TextEdit> come(ObjectName table, Optional<String> directive) {
    return directive
        .flatMap(text ->
            landmarks
                .model(table)
                .flatMap(model -> landmarks.declaration(model.span()))
                .map(place -> List.of(Lines.above(place, text))))
        .orElse(List.of());
  }

  /**
   * One that is another in the database.
   *
   * @param address how the schema calls it
   */
  List<TextEdit> other(ObjectAddress address, Optional<String> directive) {
    Optional<Model> model = landmarks.model(address.object());
    Optional<Said> said =
        model.flatMap(m -> landmarks.origin(address).flatMap(span -> landmarks.said(m, span)));
    if (said.isEmpty() || directive.isEmpty()) {
      return List.of();
    }
    if (said.get() instanceof Said.AsDirective(Comment comment)) {
      return List.of(TextEdit.replace(comment.directive().orElseThrow().span(), directive.get()));
    }
    List<TextEdit> edits = new ArrayList<>(Lines.delete(said.get()));
    edits.addAll(come(address.object(), directive));
    return edits;
  }

  /** What declares a check or an exclusion; empty when there is no word for it. */
  static Optional<String> directive(Constraint constraint) {
    return switch (constraint) {
      case Constraint.Check check -> check(check);
      case Constraint.Exclusion exclusion -> exclusion(exclusion);
      case Constraint.PrimaryKey ignored -> Optional.empty();
      case Constraint.Unique ignored -> Optional.empty();
      case Constraint.ForeignKey ignored -> Optional.empty();
    };
  }

  private static Optional<String> check(Constraint.Check check) {
    if (check.validity() == Validity.NOT_ENFORCED) {
      return Optional.empty();
    }
    List<String> arguments = new ArrayList<>();
    arguments.add(Spelling.quoted(check.expression().text()));
    arguments.add("map: " + Spelling.quoted(check.name()));
    if (check.noInherit()) {
      arguments.add("noInherit: true");
    }
    if (check.validity() == Validity.NOT_VALID) {
      arguments.add("notValid: true");
    }
    return Optional.of(said("check", arguments, check.comment()));
  }

  private static Optional<String> exclusion(Constraint.Exclusion exclusion) {
    Matcher parts = EXCLUSION.matcher(exclusion.definition().text());
    if (!parts.matches()) {
      return Optional.empty();
    }
    List<String> arguments = new ArrayList<>();
    arguments.add(Spelling.quoted(parts.group(2)));
    arguments.add("using: " + Spelling.quoted(parts.group(1)));
    Optional.ofNullable(parts.group(3))
        .ifPresent(where -> arguments.add("where: " + Spelling.quoted(where)));
    arguments.add("map: " + Spelling.quoted(exclusion.name()));
    if (exclusion.deferrability() == Deferrability.INITIALLY_DEFERRED) {
      arguments.add("initiallyDeferred: true");
    } else if (exclusion.deferrability() == Deferrability.INITIALLY_IMMEDIATE) {
      arguments.add("deferrable: true");
    }
    return Optional.of(said("exclude", arguments, exclusion.comment()));
  }

  /** What declares a policy. */
  static String directive(Policy policy) {
    List<String> arguments = new ArrayList<>();
    arguments.add(Spelling.quoted(policy.name()));
    if (!policy.command().equals("ALL")) {
      String command = policy.command().toLowerCase(Locale.ROOT);
      arguments.add(
          "for: " + command.substring(0, 1).toUpperCase(Locale.ROOT) + command.substring(1));
    }
    if (!policy.roles().equals(List.of("public"))) {
      arguments.add(
          "to: "
              + Spelling.list(
                  policy.roles().stream()
                      .map(role -> Spelling.isIdentifier(role) ? role : Spelling.quoted(role))
                      .toList()));
    }
    text(arguments, "using", policy.using());
    text(arguments, "withCheck", policy.withCheck());
    if (!policy.permissive()) {
      arguments.add("permissive: false");
    }
    return said("policy", arguments, policy.comment());
  }

  private static void text(List<String> arguments, String name, Optional<SqlExpression> value) {
    value.ifPresent(sql -> arguments.add(name + ": " + Spelling.quoted(sql.text())));
  }

  private static String said(String name, List<String> arguments, Optional<String> comment) {
    comment.ifPresent(text -> arguments.add("comment: " + Spelling.quoted(text)));
    return "@pg." + name + "(" + String.join(", ", arguments) + ")";
  }

  /** What is another of a table itself. */
  List<TextEdit> table(Change.AlterTable change) {
    Optional<Place> place =
        landmarks.model(change.to().name()).flatMap(m -> landmarks.declaration(m.span()));
    List<TextEdit> edits = new ArrayList<>();
    for (Difference difference : change.differences()) {
      place.ifPresent(
          found -> edits.addAll(attribute(found, difference.attribute(), change.from())));
    }
    return edits;
  }

  private static List<TextEdit> attribute(Place place, Attribute attribute, Table there) {
    if (attribute == Attribute.TABLE_COMMENT) {
      return Lines.document(
          place.tree().file(),
          place.block().span().start(),
          Landmarks.above(place),
          there.comment());
    } else if (attribute == Attribute.TABLE_PERSISTENCE) {
      boolean unlogged = there.persistence() == Persistence.UNLOGGED;
      return directive(
          place, "pg.unlogged", unlogged ? Optional.of("@pg.unlogged") : Optional.empty());
    } else if (attribute == Attribute.TABLE_STORAGE_PARAMETERS) {
      return directive(
          place,
          "pg.with",
          KeyText.parameters(there.storageParameters()).map(text -> "@pg.with(" + text + ")"));
    } else if (attribute == Attribute.TABLE_ROW_SECURITY) {
      return rowSecurity(place, there.rowSecurity());
    }
    return List.of();
  }

  private static List<TextEdit> rowSecurity(Place place, Table.RowSecurity there) {
    return switch (there) {
      case OFF -> directive(place, "pg.rls", Optional.empty());
      case ENABLED -> directive(place, "pg.rls", Optional.of("@pg.rls"));
      case FORCED -> directive(place, "pg.rls", Optional.of("@pg.rls(force: true)"));
      case FORCED_BUT_OFF -> List.of();
    };
  }

  private static List<TextEdit> directive(Place place, String name, Optional<String> wanted) {
    Optional<Comment> there = Lines.directive(Landmarks.above(place), name);
    if (there.isPresent()) {
      return wanted
          .map(
              text -> List.of(TextEdit.replace(there.get().directive().orElseThrow().span(), text)))
          .orElseGet(() -> List.of(TextEdit.deleteLines(there.get().span())));
    }
    return wanted.map(text -> List.of(Lines.above(place, text))).orElse(List.of());
  }

  /** The address of a constraint in a schema. */
  static ObjectAddress address(ObjectName table, Constraint constraint) {
    return ObjectAddress.of(constraint.kind(), table, constraint.name());
  }

  /** The address of a policy in a schema. */
  static ObjectAddress address(ObjectName table, Policy policy) {
    return ObjectAddress.of(ObjectKind.POLICY, table, policy.name());
  }
}
