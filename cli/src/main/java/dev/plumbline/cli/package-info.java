/// The command line.
@NullMarked
package dev.plumbline.cli;

import org.jspecify.annotations.NullMarked;
