/** What the mails say: from news about a sale to subject, text and HTML in the recipient's language. */
@NullMarked
package dev.seatkey.notifier.letters;

import org.jspecify.annotations.NullMarked;
