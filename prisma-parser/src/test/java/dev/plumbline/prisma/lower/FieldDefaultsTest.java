package dev.plumbline.prisma.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.prisma.model.FieldDefault;
import dev.plumbline.prisma.model.FieldDefault.Value;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.DefaultValue.Literal;
import dev.plumbline.schema.DefaultValue.LiteralForm;
import dev.plumbline.schema.SqlExpression;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class FieldDefaultsTest {
  @ParameterizedTest
  @CsvSource({
    "2020-01-01T00:00:00Z, 2020-01-01 00:00:00 +00:00",
    "2020-01-01t00:00:00z, 2020-01-01 00:00:00 +00:00",
    "2024-02-29T12:30:00.5Z, 2024-02-29 12:30:00.500 +00:00",
    "1999-12-31T23:59:59.123+02:00, 1999-12-31 23:59:59.123 +02:00",
    "2020-06-01T10:00:00.123456-11:30, 2020-06-01 10:00:00.123456 -11:30",
    "2020-06-01 10:00:00.1234567-00:00, 2020-06-01 10:00:00.123456700 +00:00",
    "2020-06-01T10:00:00.000Z, 2020-06-01 10:00:00 +00:00"
  })
  void prints_moments_as_prisma_does(String written, String printed) {
    assertThat(constant(new Value.DateAndTime(written)))
        .isEqualTo(new Literal(LiteralForm.STRING, printed));
  }

  @ParameterizedTest
  @CsvSource({"007, 7", "-0, 0", "1.50, 1.50", "-01.50, -1.50", "1e3, 1000", "007.0, 7.0"})
  void prints_numbers_as_prisma_does(String written, String printed) {
    assertThat(constant(new Value.Number(written)))
        .isEqualTo(new Literal(LiteralForm.NUMBER, printed));
  }

  @Test
  void prints_bytes_in_hexadecimal() {
    assertThat(constant(new Value.Bytes("aGVsbG8=")))
        .isEqualTo(new Literal(LiteralForm.STRING, "\\x68656c6c6f"));
    assertThat(constant(new Value.Bytes(""))).isEqualTo(new Literal(LiteralForm.STRING, "\\x"));
  }

  @Test
  void takes_the_label_of_an_enum_value() {
    assertThat(
            FieldDefaults.lower(
                new FieldDefault.ConstantList(List.of(new Value.EnumLabel("A", "a b")))))
        .isEqualTo(new DefaultValue.ArrayLiteral(List.of(new Literal(LiteralForm.STRING, "a b"))));
  }

  @Test
  void leaves_what_the_client_makes_to_the_client() {
    assertThat(
            FieldDefaults.lower(
                new FieldDefault.ClientGenerated(FieldDefault.Function.UUID, Optional.of(7))))
        .isEqualTo(new DefaultValue.None());
  }

  @Test
  void leaves_open_what_dbgenerated_does_not_say() {
    assertThat(FieldDefaults.lower(new FieldDefault.DatabaseGenerated(Optional.empty())))
        .isEqualTo(new DefaultValue.Unspecified());
  }

  @Test
  void keeps_the_sql_of_dbgenerated_to_the_letter() {
    assertThat(FieldDefaults.lower(new FieldDefault.DatabaseGenerated(Optional.of(" lower('X') "))))
        .isEqualTo(new DefaultValue.Expression(new SqlExpression(" lower('X') ")));
  }

  private static DefaultValue constant(Value value) {
    return FieldDefaults.lower(new FieldDefault.Constant(value));
  }
}
