package dev.seatkey.torture.promises;

import java.util.ArrayList;
import java.util.List;

/** Collects what breaks a promise. Of thousands of breaches the first ones tell as much as all. */
final class Breaches {
    private static final int ENOUGH = 20;

    private final List<String> found = new ArrayList<>();
    private int more;

    void unless(boolean kept, String format, Object... details) {
        if (kept) {
            return;
        }
        if (found.size() < ENOUGH) {
            found.add(String.format(format, details));
        } else {
            more++;
        }
    }

    void addAll(List<String> others) {
        others.forEach(each -> unless(false, "%s", each));
    }

    List<String> list() {
        var all = new ArrayList<>(found);
        if (more > 0) {
            all.add("and " + more + " more");
        }
        return List.copyOf(all);
    }
}
