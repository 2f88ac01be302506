/** Tests of the comparison of expressions, types and default values. */
@NullMarked
package dev.plumbline.expression;

import org.jspecify.annotations.NullMarked;
