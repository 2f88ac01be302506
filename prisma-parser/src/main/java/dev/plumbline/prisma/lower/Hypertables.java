package dev.plumbline.prisma.lower;

import dev.plumbline.prisma.model.Model;
import dev.plumbline.prisma.model.ModelDirective.Hypertable;
import dev.plumbline.prisma.model.PrismaSchema;
import dev.plumbline.prisma.model.ScalarField;
import java.util.List;
import java.util.stream.Stream;

/** What {@code @pg.hypertable} asks for: statements of TimescaleDB, which is no part of a plan. */
public final class Hypertables {
  private Hypertables() {}

  /** The statements that make hypertables of the tables of a schema, in the order of the models. */
  public static List<String> statements(PrismaSchema schema) {
    return schema.models().stream().flatMap(Hypertables::statements).toList();
  }

  private static Stream<String> statements(Model model) {
    return model.directives().stream()
        .filter(Hypertable.class::isInstance)
        .map(Hypertable.class::cast)
        .map(directive -> statement(model, directive));
  }

  private static String statement(Model model, Hypertable directive) {
    String column =
        model
            .scalarField(directive.timeField())
            .map(ScalarField::columnName)
            .orElse(directive.timeField());
    return directive.statement(model.namespace(), model.tableName(), column);
  }
}
