/** Waiting times at a fixed rate of arrivals. */
@NullMarked
package dev.seatkey.bench.latency;

import org.jspecify.annotations.NullMarked;
