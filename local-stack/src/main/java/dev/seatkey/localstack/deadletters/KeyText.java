package dev.seatkey.localstack.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Keys and headers as text; where they are none, as hexadecimal numbers. */
final class KeyText {
    private KeyText() {}

    static String of(byte @Nullable [] bytes) {
        if (bytes == null) {
            return "–";
        }
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException noText) {
            return "0x" + HexFormat.of().formatHex(bytes);
        }
    }
}
