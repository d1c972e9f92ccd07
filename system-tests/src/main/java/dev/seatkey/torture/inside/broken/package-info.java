/** Mistakes that people really make, one at a time, put around the parts of a worker from outside. */
@NullMarked
package dev.seatkey.torture.inside.broken;

import org.jspecify.annotations.NullMarked;
