package dev.plumbline.migration;

import dev.plumbline.diff.Change;
import dev.plumbline.plan.IndexOperation;
import dev.plumbline.plan.Operation;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.TableAction;
import dev.plumbline.plan.TableOperation;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The comment at the head of a migration of Prisma's, which says what the steps may lose and where
 * they may fail: first what is lost, then what cannot be done to a table that holds rows.
 */
final class PrismaWarnings {
  private final Set<ObjectAddress> clientDefaults;
  private final Set<ObjectName> created = new HashSet<>();
  private final List<String> losses = new ArrayList<>();
  private final List<String> obstacles = new ArrayList<>();

  private PrismaWarnings(Set<ObjectAddress> clientDefaults) {
    this.clientDefaults = clientDefaults;
  }

  /**
   * The comment; empty when there is nothing to warn of.
   *
   * @param plan a plan in Prisma's convention
   * @param clientDefaults the columns whose default is made by the client, and not the database
   */
  static String of(Plan plan, Set<ObjectAddress> clientDefaults) {
    PrismaWarnings warnings = new PrismaWarnings(clientDefaults);
    for (Step step : plan.steps()) {
      step.operations().forEach(warnings::noteCreated);
    }
    plan.steps().forEach(warnings::step);
    return warnings.text();
  }

  private String text() {
    if (losses.isEmpty() && obstacles.isEmpty()) {
      return "";
    }
    var text = new StringBuilder("/*\n  Warnings:\n\n");
    losses.forEach(line -> text.append("  - ").append(line).append('\n'));
    obstacles.forEach(line -> text.append("  - ").append(line).append('\n'));
    return text.append("\n*/\n").toString();
  }

  private void noteCreated(Operation operation) {
    if (operation instanceof TableOperation.CreateTable create) {
      created.add(create.table().name());
    }
  }

  private void step(Step step) {
    if (step.causes().getFirst() instanceof Change.AlterEnum change) {
      removedLabels(change);
      return;
    }
    for (Operation operation : step.operations()) {
      if (operation instanceof TableOperation.DropTable drop) {
        losses.add(
            "You are about to drop the `%s` table. If the table is not empty, all the data it contains will be lost."
                .formatted(drop.table().name()));
      } else if (operation instanceof IndexOperation.CreateIndex create) {
        unique(create);
      } else if (operation instanceof TableOperation.AlterTable alter) {
        alter(step, alter);
      }
    }
  }

  private void removedLabels(Change.AlterEnum change) {
    String gone =
        change.from().labels().stream()
            .filter(label -> !change.to().labels().contains(label))
            .collect(Collectors.joining(","));
    if (!gone.isEmpty()) {
      losses.add(
          "The values [%s] on the enum `%s` will be removed. If these variants are still used in the database, this will fail."
              .formatted(gone, change.to().name().name()));
    }
  }

  private void unique(IndexOperation.CreateIndex create) {
    Index index = create.index();
    if (index.unique() && !created.contains(create.table())) {
      losses.add(
          "A unique constraint covering the columns `[%s]` on the table `%s` will be added. If there are existing duplicate values, this will fail."
              .formatted(columns(index), create.table().name()));
    }
  }

  private static String columns(Index index) {
    return index.keys().stream()
        .map(key ->
            switch (key) {
              case IndexKey.OfColumn column -> column.column();
              case IndexKey.OfExpression expression -> expression.expression().text();
            })
        .collect(Collectors.joining(","));
  }

  private void alter(Step step, TableOperation.AlterTable alter) {
    String table = alter.table().name();
    Set<String> added = new HashSet<>();
    Set<String> dropped = new HashSet<>();
    for (TableAction action : alter.actions()) {
      if (action instanceof TableAction.AddColumn add) {
        added.add(add.added().column().name());
      } else if (action instanceof TableAction.DropColumn drop) {
        dropped.add(drop.column());
      }
    }
    for (TableAction action : alter.actions()) {
      if (action instanceof TableAction.DropConstraint drop) {
        primaryKey(drop.constraint(), table);
      } else if (action instanceof TableAction.DropColumn drop && !added.contains(drop.column())) {
        losses.add(
            "You are about to drop the column `%s` on the `%s` table. All the data in the column will be lost."
                .formatted(drop.column(), table));
      } else if (action instanceof TableAction.AddColumn add) {
        Column column = add.added().column();
        if (dropped.contains(column.name())) {
          recreated(column, table);
        } else {
          required(alter.table(), column);
        }
      } else if (action instanceof TableAction.SetNotNull set) {
        obstacles.add(
            "Made the column `%s` on table `%s` required. This step will fail if there are existing NULL values in that column."
                .formatted(set.column(), table));
      } else if (action instanceof TableAction.SetColumnType type) {
        column(step, alter.table(), type.column())
            .ifPresent(change -> cast(change.from(), change.to(), table));
      }
    }
  }

  private void primaryKey(Constraint constraint, String table) {
    if (constraint instanceof Constraint.PrimaryKey) {
      losses.add(
          "The primary key for the `%s` table will be changed. If it partially fails, the table could be left without primary key constraint."
              .formatted(table));
    }
  }

  private void recreated(Column column, String table) {
    boolean impossible = !column.nullable() && column.defaultValue() instanceof DefaultValue.None;
    if (impossible) {
      obstacles.add(
          "Changed the type of `%s` on the `%s` table. No cast exists, the column would be dropped and recreated, which cannot be done if there is data, since the column is required."
              .formatted(column.name(), table));
    } else {
      losses.add(
          "The `%s` column on the `%s` table would be dropped and recreated. This will lead to data loss if there is data in the column."
              .formatted(column.name(), table));
    }
  }

  private void required(ObjectName table, Column column) {
    boolean filled =
        column.nullable()
            || !(column.defaultValue() instanceof DefaultValue.None)
            || column.identity().isPresent()
            || column.generated().isPresent();
    if (filled) {
      return;
    }
    boolean byClient =
        clientDefaults.contains(ObjectAddress.of(ObjectKind.COLUMN, table, column.name()));
    obstacles.add(
        byClient
            ? "The required column `%s` was added to the `%s` table with a prisma-level default value. This is not possible if the table is not empty. Please add this column as optional, then populate it before making it required."
                .formatted(column.name(), table.name())
            : "Added the required column `%s` to the `%s` table without a default value. This is not possible if the table is not empty."
                .formatted(column.name(), table.name()));
  }

  private static Optional<Change.AlterColumn> column(Step step, ObjectName table, String column) {
    return step.causes().stream()
        .filter(Change.AlterColumn.class::isInstance)
        .map(Change.AlterColumn.class::cast)
        .filter(change -> change.table().equals(table) && change.to().name().equals(column))
        .findFirst();
  }

  private void cast(Column from, Column to, String table) {
    if (PrismaTypes.isRisky(from.type(), to.type())) {
      losses.add(
          "You are about to alter the column `%s` on the `%s` table. The data in that column could be lost. The data in that column will be cast from `%s` to `%s`."
              .formatted(
                  to.name(), table, PrismaTypes.name(from.type()), PrismaTypes.name(to.type())));
    }
  }
}
