/**
 * What separates two databases.
 *
 * <p>Scope: {@link dev.plumbline.diff.SchemaDiff} matches the objects of two schemas by name and
 * gives the {@link dev.plumbline.diff.Change}s that lead from the first to the second. Words: a
 * <em>change</em> concerns one object; a <em>difference</em> is one attribute in which an altered
 * object differs; its <em>certainty</em> says whether that is proven; what the first side has and
 * the second does not speak about is <em>beyond</em> it; {@link dev.plumbline.diff.Drift} tells all
 * this of a live database, with a severity. The planner, the reports and the audit call it. It
 * never decides how or in which order a change is made.
 */
@NullMarked
package dev.plumbline.diff;

import org.jspecify.annotations.NullMarked;
