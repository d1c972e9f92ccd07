package dev.seatkey.localstack.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Collects what speaks against a claim. */
final class Problems {
    private final List<String> found = new ArrayList<>();

    /** Notes a problem unless the condition is true. */
    Problems unless(boolean condition, String problem) {
        if (!condition) {
            found.add(problem);
        }
        return this;
    }

    /** Notes a problem unless both are equal. */
    Problems unlessEqual(String what, Object expected, Object actual) {
        return unless(Objects.equals(expected, actual), what + " should be " + expected + " and is " + actual);
    }

    List<String> list() {
        return List.copyOf(found);
    }
}
