/** Tests of what the catalog reader does without a server. */
@NullMarked
package dev.plumbline.catalog;

import org.jspecify.annotations.NullMarked;
