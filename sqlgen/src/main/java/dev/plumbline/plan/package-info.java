/// Changes to an ordered plan with its hazards.
@NullMarked
package dev.plumbline.plan;

import org.jspecify.annotations.NullMarked;
