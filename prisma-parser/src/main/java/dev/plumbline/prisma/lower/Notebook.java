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
  private final Origins.Builder origins = new Origins.Builder();
  private final Map<ObjectAddress, String> earlierNames = new HashMap<>();

  void origin(ObjectAddress address, Span span) {
    origins.add(address, span);
  }

  /** An object that is there because of another one. */
  void originOf(ObjectAddress cause, ObjectAddress address) {
    origins.of(cause).ifPresent(span -> origin(address, span));
  }

  void renamed(ObjectAddress address, String earlierName) {
    earlierNames.put(address, NameLimit.cut(earlierName));
  }

  void renamed(ObjectAddress address, Optional<String> earlierName) {
    earlierName.ifPresent(name -> renamed(address, name));
  }

  Origins origins() {
    return origins.build();
  }

  Renames renames() {
    return new Renames(earlierNames);
  }
}
