package dev.seatkey.torture;

import java.util.List;

/**
 * What has become of a promise.
 *
 * @param name the promise's name
 * @param text what it says
 * @param broken what breaks it; empty where it was kept
 */
record Verdict(String name, String text, List<String> broken) {
    Verdict {
        broken = List.copyOf(broken);
    }

    boolean isKept() {
        return broken.isEmpty();
    }
}
