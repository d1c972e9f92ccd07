/** The contracts' other half: which topics there are, what each carries, and how each is kept. */
@NullMarked
package dev.seatkey.schemas;

import org.jspecify.annotations.NullMarked;
