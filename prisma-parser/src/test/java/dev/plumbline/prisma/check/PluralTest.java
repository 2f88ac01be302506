package dev.plumbline.prisma.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class PluralTest {
  // What prisma format makes of these names.
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("Person", "people"),
          Map.entry("Category", "categories"),
          Map.entry("Box", "boxes"),
          Map.entry("UserData", "userDatas"),
          Map.entry("Data", "data"),
          Map.entry("News", "news"),
          Map.entry("Ox", "oxen"),
          Map.entry("TagOx", "tagOxes"),
          Map.entry("UserMan", "userMans"),
          Map.entry("Quiz", "quizzes"),
          Map.entry("Fish", "fishes"),
          Map.entry("HTTPServer", "httpservers"),
          Map.entry("user_data", "userDatas"),
          Map.entry("APIKey", "apikeys"),
          Map.entry("OAuth2Client", "oauth2Clients"),
          Map.entry("Status", "statuses"),
          Map.entry("Alias", "aliases"),
          Map.entry("Analysis", "analyses"),
          Map.entry("Half", "halves"),
          Map.entry("Roof", "roofs"),
          Map.entry("Knife", "knives"),
          Map.entry("Key", "keys"),
          Map.entry("Hero", "heroes"),
          Map.entry("Photo", "photos"),
          Map.entry("Matrix", "matrices"),
          Map.entry("House", "houses"),
          Map.entry("Mouse", "mice"),
          Map.entry("Octopus", "octopi"),
          Map.entry("Criterion", "criteria"),
          Map.entry("Child", "children"),
          Map.entry("Axis", "axes"),
          Map.entry("Canvas", "canvas"),
          Map.entry("Menus", "menus"),
          Map.entry("Chinese", "chinese"),
          Map.entry("Monkey", "monkeys"),
          Map.entry("Bureaux", "bureaux"),
          Map.entry("X", "xes"),
          Map.entry("Users", "users"));

  @Test
  void names_lists_as_prisma_names_them() {
    FIELDS.forEach((model, field) ->
        assertThat(Plural.of(FieldNames.camelCase(model))).as(model).isEqualTo(field));
  }
}
