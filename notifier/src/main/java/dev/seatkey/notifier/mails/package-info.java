/** How mails go out: queued once for each cause and recipient, and handed to the mail server, once. */
@NullMarked
package dev.seatkey.notifier.mails;

import org.jspecify.annotations.NullMarked;
