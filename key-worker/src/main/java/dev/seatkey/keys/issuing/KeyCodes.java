package dev.seatkey.keys.issuing;

import java.util.UUID;

/** Where the codes of new keys come from. */
@FunctionalInterface
public interface KeyCodes {

    /** A code for a key that is new: one that nobody can guess. */
    KeyCode codeFor(UUID keyId);
}
