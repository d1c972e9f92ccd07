/** Tests of what all workers share. */
@NullMarked
package dev.seatkey.messaging;

import org.jspecify.annotations.NullMarked;
