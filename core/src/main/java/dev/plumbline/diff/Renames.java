package dev.plumbline.diff;

import dev.plumbline.schema.ObjectAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody says was renamed, so that a comparison finds the same object under another name
 * instead of one that goes and one that appears. A saying that fits nothing has no effect.
 *
 * @param earlierNames for the address of an object as the second schema has it, the name that the
 *     first one has for it: of the object itself, or of the part where the address has one. The
 *     address of an enum's value is its type's with the label as part
 */
public record Renames(Map<ObjectAddress, String> earlierNames) {
  /** Copies the map. */
  public Renames {
    earlierNames = Map.copyOf(earlierNames);
  }

  /** Nothing was renamed. */
  public static Renames none() {
    return new Renames(Map.of());
  }

  /** These, and that this pair is one object. */
  public Renames with(RenameCandidate rename) {
    Map<ObjectAddress, String> more = new HashMap<>(earlierNames);
    more.put(rename.to(), rename.earlierName());
    return new Renames(more);
  }

  /** The earlier name of an object of the second schema. */
  public Optional<String> earlierName(ObjectAddress address) {
    return Optional.ofNullable(earlierNames.get(address));
  }
}
