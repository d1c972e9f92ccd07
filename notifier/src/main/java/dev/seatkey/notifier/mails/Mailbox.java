package dev.seatkey.notifier.mails;

/** Where mails are posted. */
interface Mailbox {

    /** Goes to the mailbox: what is posted in one visit goes over one connection. Nothing is connected before the first mail. */
    Visit visit();

    /** One visit to the mailbox. */
    interface Visit extends AutoCloseable {

        /** Hands a mail over. What goes wrong is an answer, not an exception. */
        Answer post(Mail mail);

        @Override
        void close();
    }
}
