/** Numbers, their goals, and pictures of them. */
@NullMarked
package dev.seatkey.bench.figures;

import org.jspecify.annotations.NullMarked;
