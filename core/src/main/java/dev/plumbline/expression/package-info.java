/**
 * SQL expressions, type names and default values, and whether two of them mean the same.
 *
 * <p>Scope: a scanner and a small parser for the expressions that stand in defaults, checks, index
 * keys and predicates, and a normal form that undoes only rewrites which Postgres itself makes when
 * it analyses an expression and prints it again. Words: an expression is <em>raw</em> as somebody
 * wrote it and <em>deparsed</em> as Postgres prints it; a {@link dev.plumbline.expression.Verdict}
 * says whether two of them are the same, different, or neither could be shown. The catalog reader,
 * the lowering and the comparison call it. It never asks a database and never throws on any text:
 * what it cannot read is compared token by token.
 */
@NullMarked
package dev.plumbline.expression;

import org.jspecify.annotations.NullMarked;
