/// Everything that talks to a running Postgres.
@NullMarked
package dev.plumbline.live;

import org.jspecify.annotations.NullMarked;
