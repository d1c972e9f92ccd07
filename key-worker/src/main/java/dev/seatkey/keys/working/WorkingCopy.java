package dev.seatkey.keys.working;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stored documents as a batch's messages see them: each message finds what the ones before it left.
 *
 * @param <I> a document's id
 * @param <D> a document, immutable
 */
public final class WorkingCopy<I, D> {
    private final Map<I, D> stored;
    private final Map<I, D> touched = new LinkedHashMap<>();

    /** @param stored what the store holds; not changed */
    public WorkingCopy(Map<I, D> stored) {
        this.stored = stored;
    }

    /** The document as it stands now. */
    public @Nullable D get(I id) {
        D document = touched.get(id);
        return document == null ? stored.get(id) : document;
    }

    /** Adds a document, or puts it in the place of the one that stood there. */
    public void put(I id, D document) {
        touched.put(id, document);
    }

    /** What is to be written. */
    public Changes<D> changes() {
        List<D> added = new ArrayList<>();
        List<Changes.Change<D>> changed = new ArrayList<>();
        touched.forEach((id, document) -> {
            D before = stored.get(id);
            if (before == null) {
                added.add(document);
            } else if (!before.equals(document)) {
                changed.add(new Changes.Change<>(before, document));
            }
        });
        return new Changes<>(added, changed);
    }
}
