package dev.plumbline.plan;

import dev.plumbline.expression.Mentions;
import dev.plumbline.schema.ObjectName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the handles that a text mentions. A column counts only where its table is mentioned too.
 */
final class MentionIndex {
  private final Map<String, List<Handle>> byWord = new HashMap<>();
  private final Map<Part, List<Handle>> byPart = new HashMap<>();
  private final Set<String> owners = new HashSet<>();

  MentionIndex(Collection<Handle> handles) {
    for (Handle handle : handles) {
      if (!handle.owner().isEmpty()) {
        owners.add(handle.owner());
        byPart
            .computeIfAbsent(new Part(handle.owner(), handle.word()), ignored -> new ArrayList<>(1))
            .add(handle);
      } else if (!handle.word().isEmpty()) {
        byWord.computeIfAbsent(handle.word(), ignored -> new ArrayList<>(1)).add(handle);
      }
    }
  }

  /** The handles that a text mentions, by whatever name. */
  List<Handle> mentionedIn(Mentions mentions) {
    var handles = new ArrayList<Handle>();
    for (String word : mentions.words()) {
      handles.addAll(byWord.getOrDefault(word, List.of()));
      if (owners.contains(word)) {
        for (String column : mentions.words()) {
          handles.addAll(byPart.getOrDefault(new Part(word, column), List.of()));
        }
      }
    }
    return handles;
  }

  /** Whether a text that mentions the handle says in which namespace it is. */
  static boolean isQualified(Handle handle, Mentions mentions) {
    return mentions.names().contains(new ObjectName(handle.namespace(), handle.name()));
  }

  /** A column of a table of this name, in whatever namespace. */
  private record Part(String owner, String word) {}
}
