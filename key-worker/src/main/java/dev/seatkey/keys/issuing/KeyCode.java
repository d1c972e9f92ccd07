package dev.seatkey.keys.issuing;

import java.util.Optional;

/**
 * What a learner types: 24 characters that carry 120 bits and a check character, in groups of five (K4).
 *
 * <p>The characters are Crockford's base 32: no I, L, O, U. As numbers of the field GF(32), each character is multiplied by
 * the power of a generator that belongs to its place, and the sum is zero. So every single wrong character and every swap
 * of two different characters is noticed, wherever they stand.
 *
 * @param text as it is shown, with hyphens
 */
public record KeyCode(String text) {
    /** Bits that a code carries. */
    public static final int BITS = 120;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS_OF_CHARACTER = 5;
    private static final int PAYLOAD = BITS / BITS_OF_CHARACTER;
    private static final int LENGTH = PAYLOAD + 1;
    private static final int GROUP = 5;

    /** The field's polynomial, x⁵ + x² + 1, of which x (that is, 2) is a generator. */
    private static final int POLYNOMIAL = 0b100101;

    private static final int OVERFLOW = 0b100000;

    /** The code that carries these 15 bytes. */
    public static KeyCode carrying(byte[] bytes) {
        if (bytes.length * Byte.SIZE != BITS) {
            throw new IllegalArgumentException("a code carries " + BITS + " bits");
        }
        int[] characters = new int[LENGTH];
        for (int bit = 0; bit < BITS; bit++) {
            int value = bytes[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1;
            characters[bit / BITS_OF_CHARACTER] = characters[bit / BITS_OF_CHARACTER] << 1 | value;
        }
        // In Horner's scheme the last place has the power 0, so that the check character makes the sum zero as it is.
        characters[PAYLOAD] = sum(characters);
        return new KeyCode(grouped(characters));
    }

    /** The code that somebody typed: case, spaces and hyphens do not matter, O is read as 0, I and L as 1. */
    public static Optional<KeyCode> read(String typed) {
        int[] characters = typed.chars()
                .filter(character -> character != '-' && !Character.isWhitespace(character))
                .map(KeyCode::value)
                .toArray();
        boolean known = characters.length == LENGTH;
        for (int character : characters) {
            known &= character >= 0;
        }
        return known && sum(characters) == 0 ? Optional.of(new KeyCode(grouped(characters))) : Optional.empty();
    }

    private static int value(int character) {
        return switch (Character.toUpperCase(character)) {
            case 'O' -> 0;
            case 'I', 'L' -> 1;
            default -> ALPHABET.indexOf(Character.toUpperCase(character));
        };
    }

    private static int sum(int[] characters) {
        int sum = 0;
        for (int character : characters) {
            sum = timesGenerator(sum) ^ character;
        }
        return sum;
    }

    private static int timesGenerator(int element) {
        int shifted = element << 1;
        return (shifted & OVERFLOW) == 0 ? shifted : shifted ^ POLYNOMIAL;
    }

    private static String grouped(int[] characters) {
        StringBuilder text = new StringBuilder(LENGTH + LENGTH / GROUP);
        for (int i = 0; i < characters.length; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(characters[i]));
        }
        return text.toString();
    }
}
