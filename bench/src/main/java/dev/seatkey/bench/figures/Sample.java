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
