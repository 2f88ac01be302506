package dev.plumbline.prisma.lower;

import dev.plumbline.diff.Renames;
import dev.plumbline.schema.NameLimit;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.Origins;
import dev.plumbline.source.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Writes down, while a schema is lowered, where each object is declared and what it was called. */
final class Notebook {
  private final Map<ObjectAddress, Span> spans = new HashMap<>();
  private final Map<ObjectAddress, String> earlierNames = new HashMap<>();

  void origin(ObjectAddress address, Span span) {
    spans.put(address, span);
  }

  /** An object that is there because of another one. */
  void originOf(ObjectAddress cause, ObjectAddress address) {
    Optional.ofNullable(spans.get(cause)).ifPresent(span -> spans.put(address, span));
  }

  void renamed(ObjectAddress address, String earlierName) {
    earlierNames.put(address, NameLimit.cut(earlierName));
  }

  void renamed(ObjectAddress address, Optional<String> earlierName) {
    earlierName.ifPresent(name -> renamed(address, name));
  }

  Origins origins() {
    return new Origins(spans);
  }

  Renames renames() {
    return new Renames(earlierNames);
  }
}
