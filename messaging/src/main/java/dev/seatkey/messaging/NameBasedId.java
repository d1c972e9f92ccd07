package dev.seatkey.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Ids that follow from names: the same names always give the same id (RFC 9562, version 3). */
public final class NameBasedId {
    private NameBasedId() {}

    /** The id of these names, in this order. No two different lists of names share their encoding. */
    public static UUID of(String... names) {
        byte[][] encoded = new byte[names.length][];
        int size = 0;
        for (int i = 0; i < names.length; i++) {
            encoded[i] = names[i].getBytes(UTF_8);
            size += Integer.BYTES + encoded[i].length;
        }
        ByteBuffer all = ByteBuffer.allocate(size);
        for (byte[] name : encoded) {
            all.putInt(name.length).put(name);
        }
        return UUID.nameUUIDFromBytes(all.array());
    }
}
