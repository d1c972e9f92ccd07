/** Launches: schools, learners, and those who answer them. */
@NullMarked
package dev.seatkey.bench.launches;

import org.jspecify.annotations.NullMarked;
