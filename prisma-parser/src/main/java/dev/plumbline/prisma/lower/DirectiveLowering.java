package dev.plumbline.prisma.lower;

import dev.plumbline.prisma.model.IndexKey;
import dev.plumbline.prisma.model.Model;
import dev.plumbline.prisma.model.ModelDirective;
import dev.plumbline.prisma.model.ModelDirective.RowLevelSecurity;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Constraint.Deferrability;
import dev.plumbline.schema.Constraint.Validity;
import dev.plumbline.schema.NameLimit;
import dev.plumbline.schema.Persistence;
import dev.plumbline.schema.Policy;
import dev.plumbline.schema.SqlExpression;
import dev.plumbline.schema.Table.Partitioning;
import dev.plumbline.schema.Table.RowSecurity;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What directives say about a table. */
final class DirectiveLowering {
  private static final String EVERYBODY = "public";

  private final PostgresNames names;
  private final Comments comments;

  DirectiveLowering(PostgresNames names, Comments comments) {
    this.names = names;
    this.comments = comments;
  }

  /** The directives of one kind at a model. */
  static <T extends ModelDirective> List<T> directives(Model model, Class<T> kind) {
    return model.directives().isEmpty()
        ? List.of()
        : model.directives().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /**
   * A check constraint.
   *
   * @param taken the names of constraints that the table has, to which its own is added
   */
  Constraint.Check check(Model model, ModelDirective.Check said, Set<String> taken) {
    String column = said.field().map(field -> names.column(model, field)).orElse("");
    return new Constraint.Check(
        said.constraintName()
            .orElseGet(() -> free(names.table(model).name(), column, "check", taken)),
        Expression.of(said.expression()),
        said.noInherit(),
        said.notValid() ? Validity.NOT_VALID : Validity.VALID,
        comments.of(said.comment()));
  }

  /** An exclusion constraint; see {@link #check} about {@code taken}. */
  Constraint.Exclusion exclusion(Model model, ModelDirective.Exclude said, Set<String> taken) {
    String where = said.where().map(predicate -> " WHERE (" + predicate + ")").orElse("");
    return new Constraint.Exclusion(
        said.constraintName().orElseGet(() -> free(names.table(model).name(), "", "excl", taken)),
        new SqlExpression("EXCLUDE USING " + said.method() + " (" + said.elements() + ")" + where),
        deferrability(said),
        comments.of(said.comment()));
  }

  private static Deferrability deferrability(ModelDirective.Exclude said) {
    if (said.initiallyDeferred()) {
      return Deferrability.INITIALLY_DEFERRED;
    }
    return said.deferrable() ? Deferrability.INITIALLY_IMMEDIATE : Deferrability.NOT_DEFERRABLE;
  }

  // Postgres numbers the names it chooses: t_a_check, t_a_check1, …
  private static String free(String table, String column, String label, Set<String> taken) {
    for (int pass = 0; ; pass++) {
      String word = pass == 0 ? label : label + pass;
      String name = NameLimit.chosenByPostgres(NameLimit.cut(table), column, word);
      if (taken.add(name)) {
        return name;
      }
    }
  }

  /** The names that directives and keys of a model give to constraints. */
  static Set<String> namesOf(List<Constraint> constraints, Model model) {
    Set<String> taken =
        constraints.stream().map(Constraint::name).collect(Collectors.toCollection(HashSet::new));
    directives(model, ModelDirective.Check.class)
        .forEach(check -> check.constraintName().ifPresent(taken::add));
    directives(model, ModelDirective.Exclude.class)
        .forEach(exclude -> exclude.constraintName().ifPresent(taken::add));
    return taken;
  }

  /** A row security policy. */
  Policy policy(ModelDirective.Policy said) {
    return new Policy(
        NameLimit.cut(said.name()),
        said.permissive(),
        said.command().name(),
        roles(said.roles()),
        said.using().map(Expression::of),
        said.withCheck().map(Expression::of),
        comments.of(said.comment()));
  }

  static RowSecurity rowSecurity(Model model) {
    List<RowLevelSecurity> said = directives(model, RowLevelSecurity.class);
    if (said.isEmpty()) {
      return RowSecurity.OFF;
    }
    return said.stream().anyMatch(RowLevelSecurity::forced)
        ? RowSecurity.FORCED
        : RowSecurity.ENABLED;
  }

  static Persistence persistence(Model model) {
    return directives(model, ModelDirective.Unlogged.class).isEmpty()
        ? Persistence.PERMANENT
        : Persistence.UNLOGGED;
  }

  static Map<String, String> storageParameters(Model model) {
    var parameters = new TreeMap<String, String>();
    directives(model, ModelDirective.With.class)
        .forEach(with -> parameters.putAll(with.storageParameters()));
    return parameters;
  }

  Optional<Partitioning> partitioning(Model model) {
    return directives(model, ModelDirective.Partition.class).stream()
        .findFirst()
        .map(said ->
            new Partitioning(
                said.strategy().name().toLowerCase(Locale.ROOT),
                new SqlExpression(
                    said.keys().stream()
                        .map(key -> partitionKey(model, key))
                        .collect(Collectors.joining(", ")))));
  }

  private String partitionKey(Model model, IndexKey key) {
    return switch (key) {
      case IndexKey.OfField field -> Expression.quoted(names.column(model, field.field()));
      case IndexKey.OfExpression expression -> "(" + expression.sql() + ")";
    };
  }

  // Beside everybody, Postgres forgets the others.
  private static List<String> roles(List<String> said) {
    boolean everybody = said.isEmpty() || said.contains(EVERYBODY);
    return everybody ? List.of(EVERYBODY) : said.stream().distinct().sorted().toList();
  }
}
