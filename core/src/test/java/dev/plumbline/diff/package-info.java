/** Tests of the comparison of two databases, and of what it says as drift. */
@NullMarked
package dev.plumbline.diff;

import org.jspecify.annotations.NullMarked;
