package dev.seatkey.keys.issuing;

import java.security.SecureRandom;
import java.util.UUID;

/** Codes of 120 random bits. */
final class RandomKeyCodes implements KeyCodes {
    private final SecureRandom random = new SecureRandom();

    @Override
    public KeyCode codeFor(UUID keyId) {
        byte[] bits = new byte[KeyCode.BITS / Byte.SIZE];
        random.nextBytes(bits);
        return KeyCode.carrying(bits);
    }
}
