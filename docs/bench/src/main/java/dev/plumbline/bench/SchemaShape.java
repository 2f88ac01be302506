package dev.plumbline.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Prisma schemas of any size, and of shapes that ask for trouble. The same shape and size is always
 * the same text.
 */
public enum SchemaShape {
  /** What people write: up to fifteen fields, relations, indexes, enums, comments, native types. */
  REALISTIC {
    @Override
    void write(StringBuilder text, int size) {
      for (int i = 0; i < size; i++) {
        if (i % 5 == 0) {
          text.append(STATUS.formatted(i / 5));
        }
        text.append(filled(MODEL, i, size));
      }
    }
  },

  /** One model that all others refer to. */
  HUB {
    @Override
    void write(StringBuilder text, int size) {
      text.append("model Hub {\n  id Int @id\n");
      for (int i = 0; i < size; i++) {
        text.append("  spokes%1$d Spoke%1$d[]\n".formatted(i));
      }
      text.append("}\n");
      for (int i = 0; i < size; i++) {
        text.append(
            """

            model Spoke%1$d {
              id Int @id
              hubId Int
              hub Hub @relation(fields: [hubId], references: [id], onDelete: Cascade)

              @@index([hubId])
            }
            """
                .formatted(i));
      }
    }
  },

  /** One model with so many fields, each third of them unique, each fourth renamed. */
  WIDE {
    @Override
    void write(StringBuilder text, int size) {
      text.append("model Wide {\n  id Int @id\n");
      for (int i = 0; i < size; i++) {
        text.append("  field")
            .append(i)
            .append(i % 2 == 0 ? " String" : " Int?")
            .append(i % 3 == 0 ? " @unique" : "")
            .append(i % 4 == 0 ? " @map(\"column_" + i + "\")" : "")
            .append('\n');
      }
      text.append("}\n");
    }
  },

  /** So many enums, and a model for each ten of them. */
  ENUMS {
    @Override
    void write(StringBuilder text, int size) {
      for (int i = 0; i < size; i++) {
        text.append(STATUS.formatted(i));
      }
      for (int i = 0; i < size; i += 10) {
        text.append("\nmodel Holder%d {\n  id Int @id\n".formatted(i));
        for (int j = i; j < Math.min(size, i + 10); j++) {
          text.append("  status%1$d Status%1$d @default(OPEN)\n".formatted(j));
        }
        text.append("}\n");
      }
    }
  },

  /** One enum with so many values. */
  VALUES {
    @Override
    void write(StringBuilder text, int size) {
      text.append("enum Big {\n");
      for (int i = 0; i < size; i++) {
        text.append("  VALUE%1$d @map(\"value %1$d\")\n".formatted(i));
      }
      text.append("}\n\nmodel Holder {\n  id Int @id\n  big Big @default(VALUE0)\n}\n");
    }
  },

  /** One model with twenty fields and so many indexes. */
  INDEXES {
    @Override
    void write(StringBuilder text, int size) {
      text.append("model Indexed {\n  id Int @id\n");
      for (int i = 0; i < 20; i++) {
        text.append("  field%d Int\n".formatted(i));
      }
      for (int i = 0; i < size; i++) {
        text.append(
            "  @@index([field%d, field%d(sort: Desc), field%d], map: \"indexed_%d\")\n"
                .formatted(i % 20, (i + 7) % 20, (i + 11) % 20, i));
      }
      text.append("}\n");
    }
  },

  /** Two models with so many relations between them, each with its name. */
  PARALLEL {
    @Override
    void write(StringBuilder text, int size) {
      text.append("model Left {\n  id Int @id\n");
      for (int i = 0; i < size; i++) {
        text.append("  rights%1$d Right[] @relation(\"r%1$d\")\n".formatted(i));
      }
      text.append("}\n\nmodel Right {\n  id Int @id\n");
      for (int i = 0; i < size; i++) {
        text.append(
            """
              leftId%1$d Int
              left%1$d Left @relation("r%1$d", fields: [leftId%1$d], references: [id])
            """
                .formatted(i));
      }
      text.append("}\n");
    }
  },

  /** Models in a ring, each with a list of the next, so that there is a join table for each. */
  JOINS {
    @Override
    void write(StringBuilder text, int size) {
      for (int i = 0; i < size; i++) {
        text.append(
            """

            model Ring%1$d {
              id Int @id
              next Ring%2$d[] @relation("join%1$d")
              previous Ring%3$d[] @relation("join%3$d")
            }
            """
                .formatted(i, (i + 1) % size, (i + size - 1) % size));
      }
    }
  };

  private static final String HEAD =
      """
      datasource db {
        provider = "postgresql"
      }

      generator client {
        provider = "prisma-client-js"
      }
      """;

  private static final String STATUS =
      """

      /// Where a thing stands
      enum Status%1$d {
        OPEN
        WAITING @map("waiting")
        DONE
        GONE

        @@map("status_%1$d")
      }
      """;

  // Each model refers to the one of half its number, and to the one before it.
  private static final String MODEL =
      """

      /// Orders of kind NUMBER, as the shop sees them
      model OrderNUMBER {
        id         String    @id @default(uuid()) @db.Uuid
        code       String    @unique @db.VarChar(32)
        /// What the customer reads
        title      String    @map("title_text")
        status     StatusENUM   @default(OPEN)
        amount     Decimal   @default(0) @db.Decimal(12, 2)
        quantity   Int       @default(1)
        tags       String[]
        details    Json?     @db.JsonB
        active     Boolean   @default(true)
        weight     Float?
        createdAt  DateTime  @default(now()) @map("created_at") @db.Timestamptz(3)
        updatedAt  DateTime  @updatedAt @map("updated_at") @db.Timestamptz(3)
        deletedAt  DateTime? @map("deleted_at") // soft delete
        parentId   String    @map("parent_id") @db.Uuid
        parent     OrderPARENT    @relation("parentNUMBER", fields: [parentId], references: [id], onDelete: Cascade)
        formerId   String?   @map("former_id") @db.Uuid
        former     OrderFORMER?   @relation("formerNUMBER", fields: [formerId], references: [id], onDelete: SetNull)
        CHILDREN
        @@unique([status, code])
        @@index([parentId])
        @@index([status, createdAt(sort: Desc)], map: "order_NUMBER_status_created") // the list page
        @@map("order_NUMBER")
      }
      """;

  /** Writes so many of what the shape is about. */
  abstract void write(StringBuilder text, int size);

  /** The schema of this shape with so many of what the shape is about. */
  public String schema(int size) {
    var text = new StringBuilder(HEAD);
    write(text, size);
    return text.toString();
  }

  private static String filled(String template, int number, int size) {
    var children = new StringBuilder();
    for (int child = Math.max(1, 2 * number); child <= 2 * number + 1 && child < size; child++) {
      children.append("children%1$d Order%1$d[] @relation(\"parent%1$d\")\n  ".formatted(child));
    }
    if (number == 0) {
      children.append("self0 Order0[] @relation(\"parent0\")\n  ");
    }
    int follower = (number + 1) % size;
    children.append("later Order%1$d[] @relation(\"former%1$d\")\n".formatted(follower));
    var words =
        Map.of(
            "NUMBER", String.valueOf(number),
            "ENUM", String.valueOf(number / 5),
            "PARENT", String.valueOf(number / 2),
            "FORMER", String.valueOf((number + size - 1) % size),
            "CHILDREN", children.toString());
    String text = template;
    for (var word : words.entrySet()) {
      text = text.replace(word.getKey(), word.getValue());
    }
    return text;
  }

  /** Prints a schema of the shape and size that the arguments say. */
  public static void main(String[] arguments) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    SchemaShape shape = valueOf(arguments[0].toUpperCase(Locale.ROOT));
    out.print(shape.schema(Integer.parseInt(arguments[1])));
    out.flush();
  }
}
