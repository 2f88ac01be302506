package dev.plumbline.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.ColumnType.BuiltIn;
import dev.plumbline.schema.ColumnType.UserDefined;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ColumnTypesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          int | int4 | ''
          INTEGER | int4 | ''
          int4 | int4 | ''
          pg_catalog.int4 | int4 | ''
          smallint | int2 | ''
          bigint | int8 | ''
          real | float4 | ''
          float | float8 | ''
          float(24) | float4 | ''
          float(25) | float8 | ''
          double precision | float8 | ''
          Double   Precision | float8 | ''
          decimal | numeric | ''
          dec(10) | numeric | 10,0
          numeric( 10 , 2 ) | numeric | 10,2
          boolean | bool | ''
          bool | bool | ''
          varchar | varchar | ''
          varchar(20) | varchar | 20
          character varying(20) | varchar | 20
          char varying (20) | varchar | 20
          national character varying(3) | varchar | 3
          char | bpchar | 1
          character | bpchar | 1
          character(5) | bpchar | 5
          nchar(5) | bpchar | 5
          bpchar | bpchar | ''
          '"char"' | char | ''
          bit | bit | 1
          bit(3) | bit | 3
          '"bit"' | bit | ''
          bit varying | varbit | ''
          bit varying(8) | varbit | 8
          timestamp | timestamp | ''
          timestamp(3) | timestamp | 3
          timestamp (3) without time zone | timestamp | 3
          timestamp with time zone | timestamptz | ''
          timestamp(6) with time zone | timestamptz | 6
          timestamptz(3) | timestamptz | 3
          time | time | ''
          time(0) with time zone | timetz | 0
          interval | interval | ''
          interval(3) | interval | 3
          interval day to second(3) | interval | day to second(3)
          interval YEAR | interval | year
          jsonb | jsonb | ''
          uuid | uuid | ''
          tsvector | tsvector | ''
          int4range | int4range | ''
          """)
  void reads_every_spelling_of_a_built_in_type(String sql, String name, String modifiers) {
    assertThat(ColumnTypes.parse(sql)).isEqualTo(new BuiltIn(name, modifiers));
  }

  @Test
  void reads_user_defined_types() {
    assertThat(ColumnTypes.parse("citext"))
        .isEqualTo(new UserDefined(Optional.empty(), "citext", ""));
    assertThat(ColumnTypes.parse("\"Status\""))
        .isEqualTo(new UserDefined(Optional.empty(), "Status", ""));
    assertThat(ColumnTypes.parse("auth.\"Sta\"\"tus\""))
        .isEqualTo(new UserDefined(Optional.of("auth"), "Sta\"tus", ""));
    assertThat(ColumnTypes.parse("public.geometry( Point, 4326 )"))
        .isEqualTo(new UserDefined(Optional.of("public"), "geometry", "Point,4326"));
    assertThat(ColumnTypes.parse("vector(3)"))
        .isEqualTo(new UserDefined(Optional.empty(), "vector", "3"));
    assertThat(ColumnTypes.parse("serial"))
        .isEqualTo(new UserDefined(Optional.empty(), "serial", ""));
  }

  @Test
  void reads_arrays() {
    BuiltIn integer = BuiltIn.of("int4");
    assertThat(ColumnTypes.parse("int[]")).isEqualTo(new ColumnType.Array(integer, 1));
    assertThat(ColumnTypes.parse("int[][3]")).isEqualTo(new ColumnType.Array(integer, 2));
    assertThat(ColumnTypes.parse("int array")).isEqualTo(new ColumnType.Array(integer, 1));
    assertThat(ColumnTypes.parse("int ARRAY[4]")).isEqualTo(new ColumnType.Array(integer, 1));
    assertThat(ColumnTypes.parse("_int4")).isEqualTo(new ColumnType.Array(integer, 1));
    assertThat(ColumnTypes.parse("timestamp(3) with time zone[]"))
        .isEqualTo(new ColumnType.Array(new BuiltIn("timestamptz", "3"), 1));
  }

  @Test
  void tells_what_is_no_type() {
    for (String text :
        new String[] {"", "setof int", "int)", "varchar(", "1", "a b", "int[", "'x'"}) {
      assertThat(ColumnTypes.read(text)).as(text).isEmpty();
      assertThat(ColumnTypes.parse(text)).as(text).isInstanceOf(UserDefined.class);
    }
  }

  @Property
  void answers_about_any_text(@ForAll String text) {
    assertThat(ColumnTypes.parse(text)).isNotNull();
  }
}
