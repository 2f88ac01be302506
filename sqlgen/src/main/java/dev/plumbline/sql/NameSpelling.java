package dev.plumbline.sql;

import dev.plumbline.schema.ObjectName;
import java.util.Optional;

/** Names of objects, qualified unless they live in the one namespace that needs no naming. */
record NameSpelling(Optional<String> unqualifiedNamespace) {

  String spell(ObjectName name) {
    return spell(name.namespace(), name.name());
  }

  String spell(String namespace, String name) {
    boolean bare = unqualifiedNamespace.isPresent() && unqualifiedNamespace.get().equals(namespace);
    return bare ? Quoting.identifier(name) : Quoting.qualified(new ObjectName(namespace, name));
  }
}
