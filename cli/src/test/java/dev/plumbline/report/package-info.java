/** Tests of the shapes of reports, with texts that try to break out of each. */
@org.jspecify.annotations.NullMarked
package dev.plumbline.report;
