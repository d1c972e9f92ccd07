/** Tests of the notifier. */
@NullMarked
package dev.seatkey.notifier.letters;

import org.jspecify.annotations.NullMarked;
