package dev.plumbline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.schema.Grant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GrantParserTest {
  @Test
  void privileges_and_the_right_to_pass_them_on() {
    assertThat(parse("reader=r*w/owner"))
        .containsExactly(
            new Grant("reader", "owner", Set.of("SELECT", "UPDATE"), Set.of("SELECT")));
  }

  @Test
  void every_letter_has_its_word() {
    assertThat(parse("x=arwdDxtXUCTcsAm/o").get(0).privileges())
        .containsExactlyInAnyOrder(
            "INSERT",
            "SELECT",
            "UPDATE",
            "DELETE",
            "TRUNCATE",
            "REFERENCES",
            "TRIGGER",
            "EXECUTE",
            "USAGE",
            "CREATE",
            "TEMPORARY",
            "CONNECT",
            "SET",
            "ALTER SYSTEM",
            "MAINTAIN");
  }

  @Test
  void everybody_is_public() {
    assertThat(parse("=U/owner").get(0).grantee()).isEqualTo("PUBLIC");
  }

  @Test
  void odd_roles_are_unquoted() {
    Grant grant = parse("\"a=\"\"/ b\"=r/\"o /=\"").get(0);
    assertThat(grant.grantee()).isEqualTo("a=\"/ b");
    assertThat(grant.grantor()).isEqualTo("o /=");
    assertThat(grant.privileges()).containsExactly("SELECT");
  }

  @Test
  void lists_stand_by_role() {
    assertThat(parse("b=r/o", "a=r/z", "a=r/o"))
        .extracting(g -> g.grantee() + g.grantor())
        .containsExactly("ao", "az", "bo");
  }

  @Test
  void a_known_list_is_not_read_again() {
    GrantParser parser = new GrantParser();
    List<Grant> grants = parser.parse("{a=r/o}", List.of("a=r/o"));
    assertThat(parser.known("{a=r/o}")).containsSame(grants);
    assertThat(parser.known("{}")).isEmpty();
  }

  private static List<Grant> parse(String... items) {
    return new GrantParser().parse(String.join(",", items), List.of(items));
  }
}
