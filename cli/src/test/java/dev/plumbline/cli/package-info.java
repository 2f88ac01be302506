/** Tests of the command line, end to end. */
@NullMarked
package dev.plumbline.cli;

import org.jspecify.annotations.NullMarked;
