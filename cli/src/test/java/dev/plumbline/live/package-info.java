/** Tests of what talks to a running Postgres, and the servers that all tests of this module use. */
@NullMarked
package dev.plumbline.live;

import org.jspecify.annotations.NullMarked;
