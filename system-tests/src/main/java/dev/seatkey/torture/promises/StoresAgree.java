package dev.seatkey.torture.promises;

import dev.seatkey.localstack.outside.Seen;
import java.util.List;
import java.util.function.Supplier;

/** W3: the stores say what the topics say. Judged at the end, by the books check. */
public final class StoresAgree implements Promise {
    private final Supplier<List<String>> differences;

    /** @param differences compares the books, when asked */
    public StoresAgree(Supplier<List<String>> differences) {
        this.differences = differences;
    }

    @Override
    public String name() {
        return "stores-agree";
    }

    @Override
    public String text() {
        return "The stores say what the topics say (W3)";
    }

    @Override
    public void saw(Seen<?> record) {
        // The books check reads the topics itself.
    }

    @Override
    public long outstanding() {
        return 0;
    }

    @Override
    public List<String> broken() {
        var breaches = new Breaches();
        breaches.addAll(differences.get());
        return breaches.list();
    }
}
