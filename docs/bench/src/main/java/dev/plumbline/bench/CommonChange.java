package dev.plumbline.bench;

import java.util.List;

/** What people change most about a table in use. */
enum CommonChange {
  ADD_INDEX("index added", "  @@index([kind]", "  @@index([amount])\n  @@index([kind]"),
  ADD_UNIQUE_INDEX("unique index added", "@db.VarChar(32)", "@unique @db.VarChar(32)"),
  REPLACE_INDEX(
      "index replaced under its name", "@@index([created_at]", "@@index([kind, created_at]"),
  DROP_INDEX("index dropped", "  @@index([kind], map: \"orders_kind\")\n", ""),
  RENAME_INDEX("index renamed", "map: \"orders_kind\"", "map: \"orders_by_kind\""),
  ADD_FOREIGN_KEY(
      "foreign key added",
      "  customer_id Int\n",
      "  customer_id Int\n  customer customer @relation(fields: [customer_id], references: [id])\n",
      "  name String\n",
      "  name String\n  orders orders[]\n"),
  ADD_REFERRING_TABLE(
      "table added that refers to it",
      "model customer",
      "model item {\n  id Int @id\n  order_id Int\n"
          + "  order orders @relation(fields: [order_id], references: [id])\n}\n\nmodel customer",
      "  note        String?\n",
      "  note        String?\n  items item[]\n"),
  ADD_CHECK("check added", "model orders", "/// @pg.check(\"amount >= 0\")\nmodel orders"),
  SET_NOT_NULL("column required", "note        String?\n", "note        String\n"),
  DROP_NOT_NULL("column optional", "  kind        String\n", "  kind        String?\n"),
  ADD_COLUMN(
      "optional column added", "note        String?\n", "note        String?\n  further String?\n"),
  ADD_DEFAULTED_COLUMN(
      "column with a default added",
      "note        String?\n",
      "note        String?\n  further String @default(\"none\")\n"),
  ADD_VOLATILE_COLUMN(
      "column with gen_random_uuid() added",
      "note        String?\n",
      "note        String?\n  further String @default(dbgenerated(\"gen_random_uuid()\")) @db.Uuid\n"),
  ADD_REQUIRED_COLUMN(
      "required column added, and filled",
      "note        String?\n",
      "note        String?\n  further String\n") {
    @Override
    List<String> options() {
      return List.of("--backfill", "orders.further=lower(code)");
    }
  },
  DROP_COLUMN("column dropped", "  spare       String?\n", ""),
  RENAME_COLUMN("column renamed", "  spare ", "  saved ") {
    @Override
    List<String> options() {
      return List.of("--rename", "orders.spare:saved");
    }
  },
  CHANGE_DEFAULT("default changed", "@default(0)", "@default(1)"),
  WIDEN_VARCHAR("varchar(32) to varchar(64)", "VarChar(32)", "VarChar(64)"),
  VARCHAR_TO_TEXT("varchar(32) to text", " @db.VarChar(32)", ""),
  NARROW_VARCHAR("varchar(32) to varchar(20)", "VarChar(32)", "VarChar(20)"),
  WIDEN_INTEGER("integer to bigint", "  amount      Int ", "  amount      BigInt "),
  WIDEN_KEY("integer key to bigint", "Int @id @default", "BigInt @id @default"),
  REPLACE_KEY(
      "primary key replaced",
      "@id @default(autoincrement())",
      "@default(autoincrement())",
      "  @@index([kind]",
      "  @@id([id, created_at])\n  @@index([kind]"),
  ADD_ENUM_VALUE("enum value added", "  OPEN\n", "  OPEN\n  HELD\n"),
  DROP_ENUM_VALUE("enum value removed", "  GONE\n", "");

  /** What is changed. */
  static final String SCHEMA =
      """
      datasource db {
        provider = "postgresql"
      }

      enum state {
        OPEN
        DONE
        GONE
      }

      model customer {
        id Int @id
        name String
      }

      model orders {
        id          Int @id @default(autoincrement())
        customer_id Int
        code        String   @db.VarChar(32)
        kind        String
        state       state    @default(OPEN)
        note        String?
        spare       String?
        amount      Int      @default(0)
        created_at  DateTime @default(now())

        @@index([created_at], map: "orders_listing")
        @@index([kind], map: "orders_kind")
      }
      """;

  private final String title;
  private final String before;
  private final String after;
  private final String otherBefore;
  private final String otherAfter;

  CommonChange(String title, String before, String after) {
    this(title, before, after, "", "");
  }

  CommonChange(String title, String before, String after, String otherBefore, String otherAfter) {
    this.title = title;
    this.before = before;
    this.after = after;
    this.otherBefore = otherBefore;
    this.otherAfter = otherAfter;
  }

  String title() {
    return title;
  }

  /** What {@code plumb migrate new} has to be told. */
  List<String> options() {
    return List.of();
  }

  /** The schema afterwards. */
  String schema() {
    String changed = replaced(SCHEMA, before, after);
    return otherBefore.isEmpty() ? changed : replaced(changed, otherBefore, otherAfter);
  }

  private String replaced(String schema, String text, String other) {
    if (!schema.contains(text)) {
      throw new IllegalStateException(title + ": the schema has no " + text);
    }
    return schema.replace(text, other);
  }
}
