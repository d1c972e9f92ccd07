package dev.seatkey.notifier.mails;

import dev.seatkey.messaging.Cause;
import java.util.UUID;

/** A mail is due to be sent. */
record MailDue(UUID mailId, Cause cause) {}
