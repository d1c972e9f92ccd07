package dev.seatkey.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids that follow from names: the same names always give the same id (RFC 9562, version 8, over SHA-256). Names come from
 * outside, and who owns a seat hangs on them, so nobody may be able to find two that collide.
 */
public final class NameBasedId {
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000000000000000L;

    /** Finding one takes longer than hashing a few names. */
    private static final ThreadLocal<MessageDigest> DIGESTS = ThreadLocal.withInitial(NameBasedId::sha256);

    private NameBasedId() {}

    /** The id of these names, in this order. No two different lists of names share their encoding. */
    public static UUID of(String... names) {
        MessageDigest digest = DIGESTS.get();
        digest.reset();
        ByteBuffer size = ByteBuffer.allocate(Integer.BYTES);
        for (String name : names) {
            byte[] encoded = name.getBytes(UTF_8);
            digest.update(size.putInt(0, encoded.length).array());
            digest.update(encoded);
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        return new UUID(
                (hash.getLong() & 0xFFFFFFFFFFFF0FFFL) | VERSION_8, (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | VARIANT);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
