package dev.plumbline.report;

import java.io.PrintStream;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints what many databases have in common with a schema, for people and for programs. */
public final class FleetPrinter {
  private static final int VERSION = 1;
  private static final int NAMES_SHOWN = 8;

  private FleetPrinter() {}

  /** Prints for people: who agrees, then each group that does not with its differences. */
  public static void print(FleetReport fleet, PrintStream out, Paint paint) {
    out.println("schema  " + Paint.printable(fleet.schema()));
    out.println();
    for (FleetReport.Group group : fleet.groups()) {
      if (!group.report().different()) {
        out.println(paint.good("in sync") + heading(group));
      }
    }
    out.println();
    for (FleetReport.Group group : fleet.groups()) {
      if (group.report().different()) {
        out.println(paint.error("drift") + heading(group));
        HumanReport.printDifferences(group.report(), out, paint);
        out.println();
      }
    }
    for (FleetReport.Failure failure : fleet.failures()) {
      out.println(
          paint.error("not read")
              + "  "
              + Paint.printable(failure.name() + ": " + failure.message()));
    }
    out.println(summary(fleet, paint));
  }

  private static String heading(FleetReport.Group group) {
    List<String> names = group.names();
    List<String> shown = names.subList(0, Math.min(names.size(), NAMES_SHOWN));
    String rest = shown.size() < names.size() ? ", …" : "";
    String size = names.size() == 1 ? "" : " ×" + names.size();
    return size + "  " + Paint.printable(String.join(", ", shown)) + rest;
  }

  private static String summary(FleetReport fleet, Paint paint) {
    String all = Words.count(fleet.size(), "database");
    String unread =
        fleet.failures().isEmpty() ? "" : "; %d not read".formatted(fleet.failures().size());
    return fleet.different()
        ? paint.error("drift") + ": %d of %s differ%s".formatted(fleet.drifting(), all, unread)
        : fleet.failures().isEmpty()
            ? paint.good("in sync") + ": all of " + all
            : paint.error("not all were read") + ": %s%s".formatted(all, unread);
  }

  /** As JSON; docs/json-output.md describes it. */
  public static String json(FleetReport fleet) {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    ObjectNode root = mapper.createObjectNode();
    root.put("version", VERSION);
    root.put("inSync", !fleet.different() && fleet.failures().isEmpty());
    ArrayNode groups = root.putArray("groups");
    for (FleetReport.Group group : fleet.groups()) {
      ObjectNode node = groups.addObject();
      ArrayNode names = node.putArray("databases");
      group.names().forEach(names::add);
      node.set("report", JsonReport.tree(group.report()));
    }
    ArrayNode failures = root.putArray("failures");
    for (FleetReport.Failure failure : fleet.failures()) {
      failures.addObject().put("database", failure.name()).put("message", failure.message());
    }
    return mapper.writeValueAsString(root) + "\n";
  }
}
