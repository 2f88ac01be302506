package dev.plumbline.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.schema.SqlExpression;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which texts of a view say the same; Postgres 16 and later name a single table no more. */
final class PrintedQueriesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT job.id, job.job FROM app.job WHERE (NOT job.done) | SELECT id, job FROM app.job WHERE (NOT done) | true
          SELECT "J".id AS a FROM app.job "J" | SELECT id AS a FROM app.job "J" | true
          SELECT j.id, (SELECT t.name FROM app.t t WHERE (t.id = j.t)) FROM app.j | SELECT id, (SELECT t.name FROM app.t t WHERE (t.id = j.t)) FROM app.j | true
          SELECT job.id, job.name FROM app.job | SELECT id, title FROM app.job | false
          SELECT a.id, b.id FROM app.a, app.b | SELECT id, id FROM app.a, app.b | false
          SELECT job.id FROM app.job | SELECT id FROM other.job | false
          SELECT job.id FROM app.job | SELECT id FROM job | false
          SELECT job.id FROM app.job | SELECT id FROM app.job LIMIT 1 | false
          SELECT app.lower(job.name) FROM app.job | SELECT lower(job.name) FROM app.job | false
          SELECT job.id FROM app.job | SELECT job.id FROM job | false
          """)
  void only_one_qualifier_may_be_left_out(String one, String other, boolean same) {
    SqlExpression first = new SqlExpression(one);
    SqlExpression second = new SqlExpression(other);
    assertThat(Expressions.sameQuery(first, second)).isEqualTo(same);
    assertThat(Expressions.sameQuery(second, first)).isEqualTo(same);
  }
}
