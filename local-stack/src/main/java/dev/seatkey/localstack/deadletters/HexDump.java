package dev.seatkey.localstack.deadletters;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Bytes as hexadecimal numbers, with what is legible beside them. */
final class HexDump {
    private static final int AT_MOST = 256;
    private static final int A_LINE = 16;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private HexDump() {}

    /** The first bytes, in lines. */
    static List<String> of(byte[] bytes) {
        var lines = new ArrayList<String>();
        for (int from = 0; from < Math.min(bytes.length, AT_MOST); from += A_LINE) {
            var line = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + A_LINE));
            lines.add("%04x  %-47s  %s".formatted(from, HEX.formatHex(line), legible(line)));
        }
        if (bytes.length > AT_MOST) {
            lines.add("…     and %,d more".formatted(bytes.length - AT_MOST));
        }
        return lines;
    }

    private static String legible(byte[] line) {
        return new String(line, ISO_8859_1).replaceAll("[^ -~]", "·");
    }
}
