/** Tests of the notifier. */
@NullMarked
package dev.seatkey.notifier.mails;

import org.jspecify.annotations.NullMarked;
