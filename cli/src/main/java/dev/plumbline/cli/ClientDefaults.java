package dev.plumbline.cli;

import dev.plumbline.prisma.model.FieldDefault;
import dev.plumbline.prisma.model.Model;
import dev.plumbline.prisma.model.PrismaSchema;
import dev.plumbline.prisma.model.ScalarField;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import java.util.HashSet;
import java.util.Set;

/** The columns that get their default from Prisma Client, so that the database has none. */
final class ClientDefaults {
  private ClientDefaults() {}

  static Set<ObjectAddress> of(PrismaSchema schema) {
    Set<ObjectAddress> columns = new HashSet<>();
    for (Model model : schema.models()) {
      ObjectName table = new ObjectName(model.namespace().orElse("public"), model.tableName());
      for (ScalarField field : model.scalarFields()) {
        if (field
            .defaultValue()
            .filter(FieldDefault.ClientGenerated.class::isInstance)
            .isPresent()) {
          columns.add(ObjectAddress.of(ObjectKind.COLUMN, table, field.columnName()));
        }
      }
    }
    return columns;
  }
}
