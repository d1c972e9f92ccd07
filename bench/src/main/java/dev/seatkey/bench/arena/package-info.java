/** What all contestants share, and how they are timed. */
@NullMarked
package dev.seatkey.bench.arena;

import org.jspecify.annotations.NullMarked;
