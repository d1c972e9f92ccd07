package dev.seatkey.keys.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("K4: the code of a key")
class KeyCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final long SEED = 20270301;

    static Stream<String> codes() {
        Random random = new Random(SEED);
        return Stream.generate(() -> {
                    byte[] bits = new byte[15];
                    random.nextBytes(bits);
                    return KeyCode.carrying(bits).text();
                })
                .limit(20);
    }

    @Test
    void isFiveGroupsOfFiveCharactersThatCannotBeMistaken() {
        assertThat(codes()).allMatch(code -> code.matches("([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}"));
    }

    @Test
    void carriesAllItsBits() {
        assertThat(KeyCode.carrying(new byte[15]).text()).isEqualTo("00000-00000-00000-00000-00000");
        assertThat(KeyCode.carrying(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1})
                        .text())
                .startsWith("ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZ");
        Set<String> oneBitEach = new HashSet<>();
        IntStream.range(0, 120).forEach(bit -> {
            byte[] bits = new byte[15];
            bits[bit / 8] = (byte) (1 << bit % 8);
            oneBitEach.add(KeyCode.carrying(bits).text());
        });
        assertThat(oneBitEach).hasSize(120);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void isReadAsItWasWritten(String code) {
        assertThat(KeyCode.read(code)).contains(new KeyCode(code));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void isReadInLowerCaseWithoutHyphensAndWithLookAlikes(String code) {
        String typed = code.toLowerCase(Locale.ROOT)
                .replace('0', 'o')
                .replace('1', 'l')
                .replace("-", " ");

        assertThat(KeyCode.read(typed)).contains(new KeyCode(code));
        assertThat(KeyCode.read(code.replace('1', 'I'))).contains(new KeyCode(code));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyWrongCharacterIsNoticed(String code) {
        for (int place = 0; place < code.length(); place++) {
            for (char other : ALPHABET.toCharArray()) {
                if (code.charAt(place) != '-' && code.charAt(place) != other) {
                    assertThat(KeyCode.read(with(code, place, other))).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everySwapOfTwoDifferentCharactersIsNoticed(String code) {
        String plain = code.replace("-", "");
        for (int one = 0; one < plain.length(); one++) {
            for (int other = one + 1; other < plain.length(); other++) {
                if (plain.charAt(one) != plain.charAt(other)) {
                    String swapped = with(with(plain, one, plain.charAt(other)), other, plain.charAt(one));
                    assertThat(KeyCode.read(swapped)).isEmpty();
                }
            }
        }
    }

    @Test
    void whatIsNoCodeIsNotRead() {
        assertThat(Stream.of("", "0", "U0000-00000-00000-00000-00000", "00000-00000-00000-00000-000000", "🂡")
                        .map(KeyCode::read))
                .allMatch(java.util.Optional::isEmpty);
    }

    @Test
    void isRandom() {
        RandomKeyCodes codes = new RandomKeyCodes();
        UUID key = UUID.randomUUID();

        assertThat(Stream.generate(() -> codes.codeFor(key)).limit(1000)).doesNotHaveDuplicates();
    }

    private static String with(String code, int place, char character) {
        StringBuilder changed = new StringBuilder(code);
        changed.setCharAt(place, character);
        return changed.toString();
    }
}
