/** How long things take to start. */
@NullMarked
package dev.seatkey.bench.starts;

import org.jspecify.annotations.NullMarked;
