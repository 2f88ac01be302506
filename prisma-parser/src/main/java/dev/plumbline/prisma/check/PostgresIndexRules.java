package dev.plumbline.prisma.check;

import dev.plumbline.prisma.check.KeyDraft.Part;
import dev.plumbline.prisma.model.IndexKey.OperatorClass;
import dev.plumbline.prisma.model.ModelIndex.IndexType;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Warns of keys and indexes that Prisma accepts and Postgres refuses. */
final class PostgresIndexRules {
  private static final int MOST_COLUMNS = 32;
  private static final Set<String> SHAPES =
      Set.of("point", "line", "lseg", "path", "polygon", "circle");
  private static final Set<String> NEVER_INDEXED =
      Set.of("json", "jsonpath", "txid_snapshot", "xml");
  private static final Map<IndexType, Set<String>> WITHOUT_CLASS = withoutClass();

  private final Report report;

  PostgresIndexRules(Report report) {
    this.report = report;
  }

  // Types that have no default operator class for an access method, other than those above.
  private static Map<IndexType, Set<String>> withoutClass() {
    var types = new EnumMap<IndexType, Set<String>>(IndexType.class);
    types.put(IndexType.BTREE, Set.of("box"));
    types.put(IndexType.HASH, Set.of("bit", "bit varying", "box", "money", "tsquery", "tsvector"));
    types.put(
        IndexType.GIN,
        Set.of("box", "cidr", "int4range", "interval", "macaddr", "pg_lsn", "tsquery"));
    types.put(IndexType.GIST, Set.of("cidr", "interval", "macaddr", "pg_lsn", "text"));
    types.put(
        IndexType.SP_GIST,
        Set.of("character", "interval", "macaddr", "pg_lsn", "tsquery", "tsvector"));
    types.put(IndexType.BRIN, Set.of("tsquery", "tsvector"));
    return types;
  }

  void check(KeyDraft key) {
    if (key.parts().size() > MOST_COLUMNS) {
      refuse(key, "it has more than " + MOST_COLUMNS + " columns");
    }
    IndexType method = key.type().orElse(IndexType.BTREE);
    if (method == IndexType.HASH && key.parts().size() > 1) {
      refuse(key, "a hash index has one column");
    }
    if (method != IndexType.BTREE && key.parts().stream().anyMatch(it -> it.sort().isPresent())) {
      refuse(key, "only a BTree index has an order");
    }
    key.parts().stream()
        .filter(part -> cannotBeIndexed(part, method))
        .findFirst()
        .ifPresent(part -> cannotBeIndexed(key, part, method));
  }

  private static boolean cannotBeIndexed(Part part, IndexType method) {
    PostgresType type = PostgresType.of(part.field());
    Optional<OperatorClass> written = part.operatorClass();
    if (written.isPresent()) {
      return written.get() instanceof OperatorClass.Named named && !takes(named, type);
    }
    if (type.list()) {
      return switch (method) {
        case BTREE, HASH -> false;
        case GIN -> NEVER_INDEXED.contains(type.name());
        case GIST, SP_GIST, BRIN -> true;
      };
    }
    return NEVER_INDEXED.contains(type.name())
        || hasNoClassForShapes(method, type.name())
        || WITHOUT_CLASS.getOrDefault(method, Set.of()).contains(type.name());
  }

  private static boolean takes(OperatorClass.Named named, PostgresType type) {
    return switch (named.prismaName()) {
      case "TextOps" -> !type.name().equals("character");
      case "ArrayOps" -> !NEVER_INDEXED.contains(type.name());
      default -> true;
    };
  }

  private static boolean hasNoClassForShapes(IndexType method, String type) {
    return switch (method) {
      case BTREE, HASH, GIN, BRIN -> SHAPES.contains(type);
      case GIST -> Set.of("line", "lseg", "path").contains(type);
      case SP_GIST -> Set.of("line", "lseg", "path", "circle").contains(type);
    };
  }

  private void cannotBeIndexed(KeyDraft key, Part part, IndexType method) {
    PostgresType type = PostgresType.of(part.field());
    Optional<String> help =
        type.name().equals("json")
            ? Optional.of("Use @db.JsonB, which can be compared.")
            : Optional.empty();
    refuse(key, "a " + method.prismaName() + " index cannot hold " + type + " values", help);
  }

  private void refuse(KeyDraft key, String reason) {
    refuse(key, reason, Optional.empty());
  }

  private void refuse(KeyDraft key, String reason, Optional<String> help) {
    String what = key.kind() == KeyDraft.Kind.ID ? "primary key" : "index";
    report.warning(
        SchemaRule.POSTGRES_TAKES_THE_INDEX,
        key.span(),
        "Postgres refuses this " + what + ": " + reason + ".",
        help);
  }
}
