/** Terms that run out. */
@NullMarked
package dev.seatkey.bench.renewals;

import org.jspecify.annotations.NullMarked;
