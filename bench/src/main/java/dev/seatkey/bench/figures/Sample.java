package dev.seatkey.bench.figures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Values of the same thing from several rounds. */
public final class Sample {
    private final List<Double> values = new ArrayList<>();

    public void add(double value) {
        values.add(value);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** These values and others. */
    public Sample with(Sample others) {
        var all = new Sample();
        all.values.addAll(values);
        all.values.addAll(others.values);
        return all;
    }

    /** What these values are to others of the same rounds, round by round. */
    public Sample by(Sample others) {
        if (values.size() != others.values.size()) {
            throw new IllegalArgumentException("these are not the same rounds");
        }
        var ratios = new Sample();
        for (var round = 0; round < values.size(); round++) {
            ratios.add(values.get(round) / others.values.get(round));
        }
        return ratios;
    }

    /** The largest value. */
    public double most() {
        return Collections.max(values);
    }

    /** The value in the middle; of an even number the mean of the two there. */
    public double median() {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
