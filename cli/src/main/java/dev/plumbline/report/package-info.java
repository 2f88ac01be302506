/**
 * How a comparison looks: for people, for programs, for the pages and pipelines that read reports.
 *
 * <p>Scope: one class for each shape, all made from one value, {@link
 * dev.plumbline.report.ComparisonReport}. Words: an <em>entry</em> is one way in which two sides
 * differ; what <em>counts</em> decides about the exit status; what is <em>beyond</em> is there,
 * though the schema cannot speak of it. The commands call it. It never compares, reads no file and
 * writes to nothing but the stream that it is given.
 */
@NullMarked
package dev.plumbline.report;

import org.jspecify.annotations.NullMarked;
