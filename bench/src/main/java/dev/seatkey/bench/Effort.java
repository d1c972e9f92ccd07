package dev.seatkey.bench;

/**
 * How much is done for a figure.
 *
 * @param rounds rounds of each contestant
 * @param warmUps rounds before them that don't count
 * @param share of the full number of records
 * @param seconds how long a round at a fixed rate lasts
 * @param forPictures whether more is measured, which only pictures show
 */
public record Effort(int rounds, int warmUps, double share, int seconds, boolean forPictures) {
    static final Effort FULL = new Effort(5, 2, 1, 20, true);
    static final Effort QUICK = new Effort(3, 1, 0.25, 3, false);

    /** More rounds, for contests whose rounds last about a second: those differ by a seventh from one to the next. */
    public Effort inShortRounds() {
        return new Effort(2 * rounds + 1, warmUps, share, seconds, forPictures);
    }

    /** So many of the full number. */
    public int of(int full) {
        return (int) Math.max(1, full * share);
    }
}
