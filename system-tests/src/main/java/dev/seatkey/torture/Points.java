package dev.seatkey.torture;

import dev.seatkey.torture.inside.CrashPoint;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How often each crash point was aimed at, and how often it was reached. */
final class Points {
    private final Map<CrashPoint, Count> counts = new EnumMap<>(CrashPoint.class);

    void struck(CrashPoint point, boolean reached) {
        counts.merge(point, new Count(1, reached ? 1 : 0), Count::plus);
    }

    /** The points that were aimed at so often, and never reached. */
    List<CrashPoint> neverReached(int often) {
        return counts.entrySet().stream()
                .filter(each -> each.getValue().reached == 0 && each.getValue().aimedAt >= often)
                .map(Map.Entry::getKey)
                .toList();
    }

    int aimedAt() {
        return counts.values().stream().mapToInt(Count::aimedAt).sum();
    }

    int reached() {
        return counts.values().stream().mapToInt(Count::reached).sum();
    }

    private record Count(int aimedAt, int reached) {
        Count plus(Count other) {
            return new Count(aimedAt + other.aimedAt, reached + other.reached);
        }
    }
}
