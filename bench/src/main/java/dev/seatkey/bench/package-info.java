/** How fast the workers are, beside others that do the same job. */
@NullMarked
package dev.seatkey.bench;

import org.jspecify.annotations.NullMarked;
