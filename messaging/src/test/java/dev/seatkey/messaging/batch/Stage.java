package dev.seatkey.messaging.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Remembers the steps that were passed, on whatever thread, and does something at some of them. */
final class Stage implements Checkpoint {
    private final List<Step> passed = Collections.synchronizedList(new ArrayList<>());
    private final Map<Step, Map<Integer, Runnable>> actions = new HashMap<>();

    /** Does this when the step is passed for the {@code time}th time. */
    Stage when(Step step, int time, Runnable action) {
        actions.computeIfAbsent(step, each -> new HashMap<>()).put(time, action);
        return this;
    }

    /** Those of these steps that were passed, in their order. */
    List<Step> among(Step... of) {
        List<Step> wanted = List.of(of);
        synchronized (passed) {
            return passed.stream().filter(wanted::contains).toList();
        }
    }

    @Override
    public void passed(Step step) {
        int time;
        synchronized (passed) {
            passed.add(step);
            time = Collections.frequency(passed, step);
        }
        actions.getOrDefault(step, Map.of()).getOrDefault(time, () -> {}).run();
    }
}
