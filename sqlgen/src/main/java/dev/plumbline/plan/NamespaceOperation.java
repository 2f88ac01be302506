package dev.plumbline.plan;

import dev.plumbline.schema.Extension;

/** An operation on a namespace or an extension. */
public sealed interface NamespaceOperation extends Operation {

  /** CREATE SCHEMA IF NOT EXISTS: {@code public} usually exists, and a namespace holds no more. */
  record CreateNamespace(String name) implements NamespaceOperation {}

  /** DROP SCHEMA. It fails while anything is in it, and that is wanted. */
  record DropNamespace(String name) implements NamespaceOperation {}

  /** CREATE EXTENSION IF NOT EXISTS. */
  record CreateExtension(Extension extension) implements NamespaceOperation {}

  /** DROP EXTENSION. It fails while anything uses it, and that is wanted. */
  record DropExtension(String name) implements NamespaceOperation {}

  /** ALTER EXTENSION … UPDATE TO. */
  record UpdateExtension(String name, String version) implements NamespaceOperation {}

  /** ALTER EXTENSION … SET SCHEMA. */
  record MoveExtension(String name, String namespace) implements NamespaceOperation {}
}
