package dev.plumbline.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(OracleExtension.class)
final class RandomSchemasTest {
  @Test
  void prisma_accepts_every_random_schema(PrismaOracle.Search search) {
    PrismaOracle oracle = search.oracle();
    for (long seed = 0; seed < 200; seed++) {
      SchemaText schema = RandomSchemas.of(seed);
      Optional<String> errors = oracle.errors(schema);
      assertThat(errors).as("%s%n%s", schema, schema.files()).isEmpty();
    }
  }

  @Test
  void a_seed_always_gives_the_same_schema() {
    assertThat(RandomSchemas.of(7)).isEqualTo(RandomSchemas.of(7));
    assertThat(RandomSchemas.of(7)).isNotEqualTo(RandomSchemas.of(8));
  }
}
