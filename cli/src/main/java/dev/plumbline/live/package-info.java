/**
 * Everything that talks to a running Postgres, except reading its catalog.
 *
 * <p>Scope: where a connection goes and with what, the scratch servers that replay migrations and
 * SQL files, and running scripts. Words: an <em>installation</em> is an unpacked Postgres of one
 * version; a <em>scratch server</em> is a private copy of its freshly made cluster, which lives as
 * long as this process; a <em>scratch database</em> is one database in it. The commands and the
 * tests call it. It never prints, never compares, and never writes to a server that it did not
 * start itself.
 */
@NullMarked
package dev.plumbline.live;

import org.jspecify.annotations.NullMarked;
