package dev.plumbline.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.DefaultValue.ArrayLiteral;
import dev.plumbline.schema.DefaultValue.Literal;
import dev.plumbline.schema.DefaultValue.LiteralForm;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.SqlExpression;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class DefaultValuesTest {
  static Stream<Arguments> verdicts() throws IOException {
    return PrintedConditionsTest.lines("default-verdicts.txt").stream()
        .map(line -> line.split(" \\| ", 4))
        .map(parts ->
            Arguments.of(
                Verdict.valueOf(parts[0].strip().toUpperCase(Locale.ROOT)),
                parts[1].strip(),
                parts[2].strip(),
                parts[3].strip()));
  }

  @ParameterizedTest
  @MethodSource("verdicts")
  void are_compared_as_the_column_stores_them(
      Verdict verdict, String typeName, String first, String second) {
    ColumnType type = ColumnTypes.parse(typeName);
    DefaultValue one = DefaultValues.parse(first, type);
    DefaultValue other = DefaultValues.parse(second, type);
    DefaultValue raw = new DefaultValue.Expression(new SqlExpression(first));

    assertThat(compare(one, other, type)).isEqualTo(verdict);
    assertThat(compare(other, one, type)).isEqualTo(verdict);
    assertThat(compare(raw, other, type)).isEqualTo(verdict);
  }

  private static Verdict compare(DefaultValue first, DefaultValue second, ColumnType type) {
    return DefaultValues.compare(first, second, type, Columns.context());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          text | 'it''s'::text | STRING | it's
          int | '-1'::integer | NUMBER | -1
          int | (-1) | NUMBER | -1
          numeric | 1.50 | NUMBER | 1.50
          float8 | '-1.5'::numeric | NUMBER | -1.5
          float8 | 'NaN'::double precision | STRING | NaN
          bool | true | BOOLEAN | true
          "Status" | 'A'::"Status" | STRING | A
          timestamp(3) | '2020-01-01 00:00:00'::timestamp without time zone | STRING | 2020-01-01 00:00:00
          jsonb | '{"a": 1}'::jsonb | STRING | {"a": 1}
          bytea | '\\x68'::bytea | STRING | \\x68
          bit(3) | '101'::"bit" | STRING | 101
          """)
  void are_read_as_constants(String type, String sql, LiteralForm form, String text) {
    assertThat(DefaultValues.parse(sql, ColumnTypes.parse(type)))
        .isEqualTo(new Literal(form, text));
  }

  @Test
  void are_read_as_arrays_of_constants() {
    ColumnType type = ColumnTypes.parse("text[]");
    ArrayLiteral two =
        new ArrayLiteral(
            List.of(new Literal(LiteralForm.STRING, "a"), new Literal(LiteralForm.STRING, "b c")));

    assertThat(DefaultValues.parse("ARRAY['a'::text, 'b c'::text]", type)).isEqualTo(two);
    assertThat(DefaultValues.parse("'{a,\"b c\"}'::text[]", type)).isEqualTo(two);
    assertThat(DefaultValues.parse("ARRAY[]::text[]", type)).isEqualTo(new ArrayLiteral(List.of()));
    assertThat(DefaultValues.parse("'{}'::text[]", type)).isEqualTo(new ArrayLiteral(List.of()));
  }

  @Test
  void are_expressions_when_they_are_no_constants() {
    ColumnType text = ColumnTypes.parse("text");
    ColumnType texts = ColumnTypes.parse("text[]");
    for (String sql :
        new String[] {
          "now()", "lower('X'::text)", "'a'::text || 'b'::text", "CURRENT_USER", "'abc'::varchar(1)"
        }) {
      assertThat(DefaultValues.parse(sql, text)).isInstanceOf(DefaultValue.Expression.class);
    }
    assertThat(DefaultValues.parse("'{a,NULL}'::text[]", texts))
        .isInstanceOf(DefaultValue.Expression.class);
  }

  @Test
  void of_null_are_none() {
    assertThat(DefaultValues.parse("NULL::text", ColumnTypes.parse("text")))
        .isEqualTo(new DefaultValue.None());
  }

  @Test
  void that_count_are_alike_whatever_counts() {
    ColumnType type = ColumnTypes.parse("int");
    DefaultValue one = new DefaultValue.OwnedSequence(new ObjectName("public", "a_seq"));
    DefaultValue other = new DefaultValue.OwnedSequence(new ObjectName("public", "b_seq"));

    assertThat(compare(one, other, type)).isEqualTo(Verdict.SAME);
    assertThat(compare(one, new DefaultValue.None(), type)).isEqualTo(Verdict.DIFFERENT);
  }

  @Test
  void that_a_schema_leaves_open_are_any() {
    ColumnType type = ColumnTypes.parse("text");

    assertThat(compare(new DefaultValue.Unspecified(), DefaultValues.parse("'x'", type), type))
        .isEqualTo(Verdict.SAME);
  }

  @Property
  void are_the_same_as_themselves(@ForAll String text) {
    ColumnType type = ColumnTypes.parse("text");
    DefaultValue value = DefaultValues.parse(text, type);

    assertThat(compare(value, DefaultValues.parse(text, type), type)).isEqualTo(Verdict.SAME);
    assertThat(compare(value, new Literal(LiteralForm.STRING, text), type)).isNotNull();
  }
}
