package dev.plumbline.prisma.check;

import dev.plumbline.prisma.syntax.Comment;
import dev.plumbline.prisma.syntax.Comment.Directive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gathers comments until the declaration comes that they belong to. As in Prisma, only the last run
 * of comments documents it; a directive is never dropped.
 */
final class Gathering {
  private final List<Comment> block = new ArrayList<>();
  private final List<Directive> directives = new ArrayList<>();
  private boolean parted;

  void add(Comment comment) {
    if (parted) {
      block.clear();
      parted = false;
    }
    block.add(comment);
    comment.directive().ifPresent(directives::add);
  }

  /** A blank line: the comments that follow are another run. */
  void part() {
    parted = true;
  }

  /** A blank line at the top of a file, which also parts a comment from the declaration below. */
  List<Directive> partFromDeclaration() {
    List<Directive> alone = List.copyOf(directives);
    clear();
    return alone;
  }

  /** Hands over what was gathered. */
  Notes take(Optional<Comment> trailing) {
    Notes notes = Notes.of(block, directives, trailing);
    clear();
    return notes;
  }

  private void clear() {
    block.clear();
    directives.clear();
    parted = false;
  }
}
