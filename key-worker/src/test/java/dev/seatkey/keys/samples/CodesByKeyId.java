package dev.seatkey.keys.samples;

import dev.seatkey.keys.issuing.KeyCode;
import dev.seatkey.keys.issuing.KeyCodes;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;

/** Codes that follow from the key's id, so that two runs can be compared. */
public final class CodesByKeyId implements KeyCodes {
    @Override
    public KeyCode codeFor(UUID keyId) {
        byte[] bits = ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(keyId.getMostSignificantBits())
                .putLong(keyId.getLeastSignificantBits())
                .array();
        return KeyCode.carrying(Arrays.copyOf(bits, KeyCode.BITS / Byte.SIZE));
    }
}
