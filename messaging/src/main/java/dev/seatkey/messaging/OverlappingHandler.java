package dev.seatkey.messaging;

import java.util.List;

/**
 * A handler that can read and decide while the changes of the two batches before are still being written
 * (docs/decisions/0011-overlap.md). They are written side by side: either may be stored first, and the later one while the earlier one
 * is not.
 *
 * <p>Its {@link #write} must seldom lose a race: all of these batches are then handled again, and not the one alone.
 *
 * @param <M> a message as the domain sees it
 * @param <S> what the store holds that the decision needs
 * @param <C> the changes to be written
 */
public interface OverlappingHandler<M, S, C> extends BatchHandler<M, S, C> {

    @Override
    default S read(List<M> messages) {
        return read(messages, EarlierWrites.DONE);
    }

    /**
     * Reads what the messages need, as {@link BatchHandler#read} does.
     *
     * @param earlier to be awaited before anything is read that a batch before may change. What is read or taken before must
     *     be right both if those changes come and if they don't
     */
    S read(List<M> messages, EarlierWrites earlier);
}
