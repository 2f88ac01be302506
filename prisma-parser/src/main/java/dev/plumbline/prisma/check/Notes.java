package dev.plumbline.prisma.check;

import dev.plumbline.prisma.syntax.Comment;
import dev.plumbline.prisma.syntax.Comment.Directive;
import dev.plumbline.prisma.syntax.Comment.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The comments that belong to a declaration.
 *
 * @param documentation the {@code ///} lines above and behind it, without directives
 * @param note the {@code //} comment behind it
 * @param directives the directives above and behind it, in order
 */
record Notes(Optional<String> documentation, Optional<String> note, List<Directive> directives) {
  private static final Notes NONE = new Notes(Optional.empty(), Optional.empty(), List.of());

  Notes {
    directives = List.copyOf(directives);
  }

  static Notes none() {
    return NONE;
  }

  /**
   * The notes of a declaration.
   *
   * @param block the run of comments above it
   * @param directives all directives above it, also those that a blank line parts from it
   * @param trailing the comment behind it
   */
  static Notes of(List<Comment> block, List<Directive> directives, Optional<Comment> trailing) {
    if (block.isEmpty() && directives.isEmpty() && trailing.isEmpty()) {
      return none();
    }
    List<Comment> all = new ArrayList<>(block);
    trailing.ifPresent(all::add);
    List<Directive> commands = new ArrayList<>(directives);
    trailing.flatMap(Comment::directive).ifPresent(commands::add);
    return new Notes(text(all), note(trailing), commands);
  }

  private static Optional<String> text(List<Comment> comments) {
    String text =
        comments.stream()
            .filter(Comment::documents)
            .map(Comment::content)
            .collect(Collectors.joining("\n"));
    return Optional.of(text).filter(found -> !found.isBlank());
  }

  private static Optional<String> note(Optional<Comment> trailing) {
    return trailing
        .filter(comment -> comment.kind() != Kind.DOCUMENTATION)
        .map(Comment::content)
        .filter(text -> !text.isEmpty());
  }
}
