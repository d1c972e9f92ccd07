package dev.seatkey.notifier.mails;

/** Where a mail stands. */
public enum MailState {
    /** It waits to be sent for the first time. */
    QUEUED,
    /** It is being handed to the mail server. Found in this state without an answer, nobody knows whether it was accepted. */
    SENDING,
    /** It waits to be tried again. */
    RETRY,
    /** The mail server accepted it. */
    SENT,
    /** It was given up and waits for an operator. */
    PARKED
}
