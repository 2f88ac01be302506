/// Tests of migrations that need real projects or a real Postgres.
@NullMarked
package dev.plumbline.migration;

import org.jspecify.annotations.NullMarked;
