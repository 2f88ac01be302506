/// The rules of the house, as tests: what may depend on what, what the manual says, what the
/// compiler refuses.
@NullMarked
package dev.plumbline.docs;

import org.jspecify.annotations.NullMarked;
