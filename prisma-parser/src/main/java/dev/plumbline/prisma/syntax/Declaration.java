package dev.plumbline.prisma.syntax;

import dev.plumbline.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A declaration at the top of a file, or a line or block there that is none. */
public sealed interface Declaration extends Item {

  /**
   * {@code model}, {@code view} or {@code type} and its block; its members are fields and block
   * attributes.
   *
   * @param keyword which of the three
   * @param block the name and the members
   */
  record ModelDeclaration(Keyword keyword, Block block) implements Declaration {
    @Override
    public Span span() {
      return block.span();
    }

    /** Which kind of declaration. */
    public enum Keyword {
      /** {@code model}. */
      MODEL,
      /** {@code view}. */
      VIEW,
      /** {@code type}: a composite type. */
      TYPE
    }
  }

  /**
   * {@code enum} and its block; its members are values and block attributes.
   *
   * @param block the name and the members
   */
  record EnumDeclaration(Block block) implements Declaration {
    @Override
    public Span span() {
      return block.span();
    }
  }

  /**
   * {@code datasource} and its block; its members are properties.
   *
   * @param block the name and the members
   */
  record DatasourceDeclaration(Block block) implements Declaration {
    @Override
    public Span span() {
      return block.span();
    }
  }

  /**
   * {@code generator} and its block; its members are properties.
   *
   * @param block the name and the members
   */
  record GeneratorDeclaration(Block block) implements Declaration {
    @Override
    public Span span() {
      return block.span();
    }
  }

  /**
   * {@code policy_select} and the like of Prisma 8, and its block; its members are properties and
   * block attributes.
   *
   * @param command the statements that the policy is for
   * @param block the name and the members
   */
  record PolicyDeclaration(Command command, Block block) implements Declaration {
    @Override
    public Span span() {
      return block.span();
    }

    /** The keyword as it is written. */
    public String keyword() {
      return "policy_" + command.name().toLowerCase(Locale.ROOT);
    }

    /** Which statements. */
    public enum Command {
      /** {@code policy_all}. */
      ALL,
      /** {@code policy_select}. */
      SELECT,
      /** {@code policy_insert}. */
      INSERT,
      /** {@code policy_update}. */
      UPDATE,
      /** {@code policy_delete}. */
      DELETE
    }
  }

  /**
   * {@code type Name = Type}, which Prisma does not accept any more.
   *
   * @param name its name
   * @param span the text
   */
  record TypeAlias(Identifier name, Span span) implements Declaration {}

  /**
   * Text that is no declaration.
   *
   * @param span one line, or a block whose keyword is unknown
   */
  record Unparsable(Span span) implements Declaration {}

  /**
   * A name and the members between two braces.
   *
   * @param name the name
   * @param opening from the keyword to the opening brace
   * @param ignored what follows the opening brace on its line and is no comment; Prisma ignores it
   * @param members the members in order
   * @param closing the closing brace, which may be missing by mistake
   * @param span from the keyword to the closing brace, or to the last member if there is none
   */
  record Block(
      Identifier name,
      Span opening,
      Optional<Span> ignored,
      List<Member> members,
      Optional<Span> closing,
      Span span) {
    /** Copies the list. */
    public Block {
      members = List.copyOf(members);
    }
  }
}
