package dev.plumbline.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code plumb ddl --style prisma} prints what the real engine prints, byte for byte. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(OracleExtension.class)
final class PrismaDdlTest {
  private static final Pattern FEATURES =
      Pattern.compile("\\s*previewFeatures = \\[(\"\\w+\"(, \"\\w+\")*+)?]\\s*");

  @TestFactory
  Stream<DynamicTest> prints_what_prisma_prints_for_real_projects(PrismaOracle.Search search) {
    return Corpus.eachSchema(schema ->
        assertThat(Pipeline.ddlInPrismasStyle(schema)).isEqualTo(search.oracle().ddl(schema)));
  }

  @Test
  void prints_what_prisma_prints_for_random_schemas(PrismaOracle.Search search) {
    PrismaOracle oracle = search.oracle();
    SeedRange.of(200, 2000)
        .seeds()
        .mapToObj(RandomSchemas::of)
        .filter(schema -> differs(oracle, schema))
        .findFirst()
        .ifPresent(schema -> fail(oracle, schema));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        datasource db {
          provider = "postgresql"
        }
        model A {
          id Int @id
          bs B[]
        }
        model B {
          id  Int   @id
          aId Int[]
          a   A     @relation(fields: [aId], references: [id])
        }
        """,
        """
        generator g {
          provider        = "x"
          previewFeatures = ["postgresqlExtensions"]
        }
        datasource db {
          provider   = "postgresql"
          extensions = [z(map: "citext"), hstore, a(map: "citext"), b(map: "hstore", schema: "x")]
        }
        model A {
          id Int @id
        }
        """,
        """
        datasource db {
          provider = "postgresql"
        }
        model A {
          id     Int @id
          number Int @default(autoincrement()) @db.Oid
        }
        """
      })
  void prints_what_prisma_prints_for(String schema, PrismaOracle.Search search) {
    SchemaText text = SchemaText.of("schema", schema);
    assertThat(Pipeline.ddlInPrismasStyle(text)).isEqualTo(search.oracle().ddl(text));
  }

  @Test
  void prints_what_prisma_prints_for_damaged_schemas_that_it_accepts(PrismaOracle.Search search) {
    PrismaOracle oracle = search.oracle();
    SeedRange.of(300, 5000)
        .seeds()
        .mapToObj(seed -> new SchemaMutation(new Draw(seed)).of(RandomSchemas.of(seed)))
        .filter(PrismaDdlTest::isReadAsItStands)
        .filter(schema -> differs(oracle, schema))
        .findFirst()
        .ifPresent(schema -> fail(oracle, schema));
  }

  /**
   * The harness of the engine takes out features that this version has no more, and what is amiss.
   */
  private static boolean isReadAsItStands(SchemaText schema) {
    return schema.files().stream()
        .flatMap(file -> file.text().lines())
        .filter(line -> line.contains("previewFeatures"))
        .allMatch(line -> FEATURES.matcher(line).matches());
  }

  /** Prisma's SQL, if it accepts a schema and its SQL is not one that Postgres refuses. */
  private static Optional<String> accepted(PrismaOracle oracle, SchemaText schema) {
    try {
      return Optional.of(oracle.ddl(schema)).filter(ddl -> !ddl.contains("SERIAL[]"));
    } catch (PrismaOracle.Refusal e) {
      return Optional.empty();
    }
  }

  private static boolean differs(PrismaOracle oracle, SchemaText schema) {
    return accepted(oracle, schema)
        .filter(ddl -> !withoutQuotes(ddl).equals(withoutQuotes(ours(schema))))
        .isPresent();
  }

  // Prisma does not escape those inside a name or label, whose statements Postgres then refuses.
  private static String withoutQuotes(String sql) {
    return sql.replace("'", "").replace("\"", "");
  }

  private static String ours(SchemaText schema) {
    try {
      return Pipeline.ddlInPrismasStyle(schema);
    } catch (RuntimeException e) {
      return e.toString();
    }
  }

  private static void fail(PrismaOracle oracle, SchemaText schema) {
    SchemaText smallest =
        new SchemaShrinker(smaller -> oracle.errors(smaller).isEmpty() && differs(oracle, smaller))
            .shrink(schema);
    assertThat(ours(smallest))
        .as("%s%n%s", smallest, smallest.files())
        .isEqualTo(oracle.ddl(smallest));
  }
}
