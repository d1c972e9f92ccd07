package dev.seatkey.notifier.mails;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.UUID;

/** Whom the mails come from, and the names that they are known by. */
record Sender(InternetAddress from) {

    /**
     * The sender with this address.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Sender of(String address) {
        try {
            return new Sender(new InternetAddress(address, true));
        } catch (AddressException e) {
            throw new IllegalArgumentException("seatkey.mail.from is no mail address: " + address, e);
        }
    }

    /** The Message-ID of a mail: the same for each copy, so that a mail client shows one. */
    String messageId(UUID mailId) {
        String address = from.getAddress();
        return "<" + mailId + "@" + address.substring(address.lastIndexOf('@') + 1) + ">";
    }
}
