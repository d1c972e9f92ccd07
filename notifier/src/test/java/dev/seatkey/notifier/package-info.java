/** Tests of the notifier. */
@NullMarked
package dev.seatkey.notifier;

import org.jspecify.annotations.NullMarked;
