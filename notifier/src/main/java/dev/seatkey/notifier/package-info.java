/** Tells people by mail what became of their sales. */
@NullMarked
package dev.seatkey.notifier;

import org.jspecify.annotations.NullMarked;
