/** Plans that run on real servers. */
@NullMarked
package dev.plumbline.plan;

import org.jspecify.annotations.NullMarked;
