/// SQL expressions, and whether two of them mean the same.
@NullMarked
package dev.plumbline.expression;

import org.jspecify.annotations.NullMarked;
