package dev.plumbline.prisma.model;

import dev.plumbline.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * An index of a model: {@code @unique}, {@code @@unique}, {@code @@index}, or what the directives
 * {@code @pg.index} and {@code @pg.unique} say. What {@code @pg(…)} above an attribute adds is
 * already part of it.
 *
 * @param form which of these
 * @param unique whether it is unique
 * @param keys what is indexed, in order
 * @param type the access method
 * @param where the predicate of a partial index
 * @param constraintName {@code map}
 * @param options what only a directive can say
 * @param documentation the {@code ///} lines above a block attribute, without directives; for a
 *     directive its {@code comment:}
 * @param note the {@code //} comment behind a block attribute
 * @param span the attribute or directive
 */
public record ModelIndex(
    Form form,
    boolean unique,
    List<IndexKey> keys,
    IndexType type,
    Optional<IndexPredicate> where,
    Optional<String> constraintName,
    IndexOptions options,
    Optional<String> documentation,
    Optional<String> note,
    Span span) {
  /** Copies the list. */
  public ModelIndex {
    keys = List.copyOf(keys);
  }

  /** How the index is declared. */
  public enum Form {
    /** {@code @unique} on a field. */
    FIELD_UNIQUE,
    /** {@code @@index}. */
    BLOCK_INDEX,
    /** {@code @@unique}. */
    BLOCK_UNIQUE,
    /** {@code @pg.index} or {@code @pg.unique}. */
    DIRECTIVE
  }

  /** The access method. */
  public enum IndexType {
    /** {@code BTree}, the usual one. */
    BTREE("BTree"),
    /** {@code Hash}. */
    HASH("Hash"),
    /** {@code Gin}. */
    GIN("Gin"),
    /** {@code Gist}. */
    GIST("Gist"),
    /** {@code SpGist}. */
    SP_GIST("SpGist"),
    /** {@code Brin}. */
    BRIN("Brin");

    private final String prismaName;

    IndexType(String prismaName) {
      this.prismaName = prismaName;
    }

    /** How a schema spells it. */
    public String prismaName() {
      return prismaName;
    }

    /** The type that a schema spells so; the case matters. */
    public static Optional<IndexType> named(String name) {
      for (IndexType type : values()) {
        if (type.prismaName.equals(name)) {
          return Optional.of(type);
        }
      }
      return Optional.empty();
    }
  }
}
