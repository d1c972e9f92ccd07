/** Tests. */
@NullMarked
package dev.seatkey.keys.issuing;

import org.jspecify.annotations.NullMarked;
