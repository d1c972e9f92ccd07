/** The same work with ever more in the store. */
@NullMarked
package dev.seatkey.bench.growth;

import org.jspecify.annotations.NullMarked;
