package dev.plumbline.cli;

import dev.plumbline.schema.Column;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.EnumType;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.Table;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether anybody has ever commented a database. */
final class Comments {
  private Comments() {}

  /** Whether anything has a comment that a Prisma schema could speak of. */
  static boolean any(DatabaseSchema schema) {
    Stream<Optional<String>> ofTables = schema.tables().stream().flatMap(Comments::all);
    Stream<Optional<String>> ofEnums = schema.enums().stream().map(EnumType::comment);
    return Stream.concat(ofTables, ofEnums).anyMatch(Optional::isPresent);
  }

  private static Stream<Optional<String>> all(Table table) {
    return Stream.of(
            Stream.of(table.comment()),
            table.columns().stream().map(Column::comment),
            table.indexes().stream().map(Index::comment),
            table.constraints().stream().map(Constraint::comment))
        .flatMap(part -> part);
  }
}
