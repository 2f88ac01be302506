package dev.plumbline.catalog;

import dev.plumbline.schema.ObjectAddress;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Asks what stands in the way when objects go. */
final class DependentRows {
  private DependentRows() {}

  static List<Dependent> read(CatalogSession session, List<ObjectAddress> addresses)
      throws SQLException {
    List<Object> parameters = new ArrayList<>();
    parameters.add(session.textArray(texts(addresses, address -> address.kind().name())));
    parameters.add(session.textArray(texts(addresses, address -> address.object().namespace())));
    parameters.add(session.textArray(texts(addresses, address -> address.object().name())));
    parameters.add(session.textArray(texts(addresses, address -> address.part().orElse(""))));
    List<Dependent> dependents = new ArrayList<>();
    session.forEach(
        CatalogQuery.DEPENDENTS,
        parameters,
        row ->
            dependents.add(
                new Dependent(
                    addresses.get(row.integer("place") - 1),
                    row.text("kind"),
                    row.text("identity"),
                    row.optionalObjectName("namespace", "name"),
                    row.optionalText("part"))));
    return dependents;
  }

  private static List<String> texts(
      List<ObjectAddress> addresses, Function<ObjectAddress, String> text) {
    return addresses.stream().map(text).toList();
  }
}
