package dev.seatkey.torture.inside;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A worker with one mistake that people really make. Whoever checks the promises must find out. */
public enum BrokenVariant {
    EVENTS_ONLY_WHEN_CHANGED(
            "Answers are sent only when the write changed something, so that a crash before the send loses them, and who asks again gets none",
            List.of("sale-intake", "key-worker"),
            List.of("registrations-answered", "launches-answered")),
    ANSWERS_WITHOUT_TRANSACTION(
            "Events are sent at once, and only the offsets are committed in a transaction",
            List.of("sale-intake", "key-worker"),
            List.of("nothing-doubled", "launches-answered", "registrations-answered")),
    FRESH_EVENT_IDS(
            "Each sending of an event gets a new random id",
            List.of("sale-intake", "key-worker"),
            List.of("launches-answered", "registrations-answered", "nothing-doubled")),
    NO_UNIQUE_INDEXES(
            "The store has no unique indexes; what is unique is looked up before the write",
            List.of("key-worker"),
            List.of("seats-within-sold", "nothing-doubled")),
    OVERSELLS(
            "A plan is made with one seat more than users were sold",
            List.of("key-worker"),
            List.of("seats-within-sold")),
    LAST_WORD_COUNTS(
            "A decision that contradicts the one which settled its sale is carried out as well",
            List.of("approval-worker"),
            List.of("decisions-answered", "histories-gapless")),
    SWEEP_FORGETS(
            "The sweep for due work never finds some of the keys", List.of("key-worker"), List.of("terms-complete")),
    RENEWS_LATE(
            "A renewal that is done late begins the next term then, and not where the last one ended",
            List.of("key-worker"),
            List.of("terms-complete")),
    COUNTS_ON(
            "The place of an event in its history is counted on once too often, now and then",
            List.of("sale-intake", "key-worker"),
            List.of("histories-gapless")),
    SENDS_IN_REVERSE(
            "The events of a batch are sent in another order than that in which they happened",
            List.of("sale-intake", "key-worker"),
            List.of("order-kept")),
    OUTAGES_ARE_BUGS(
            "A store that is away counts as a mistake of the record in hand",
            List.of("sale-intake", "key-worker"),
            List.of("only-broken-in-dead-letters", "registrations-answered", "launches-answered")),
    TELLS_BEFORE_KEEPING(
            "What was decided is written to the store after the commit",
            List.of("sale-intake", "key-worker"),
            List.of("stores-agree", "nothing-doubled")),
    MAILS_UNDER_NEW_NAMES(
            "Each attempt to send a mail has a Message-ID of its own", List.of("notifier"), List.of("mails-once")),
    SWALLOWS_BROKEN(
            "What is not in the wire format is dropped before anybody looks at it",
            List.of("sale-intake", "key-worker"),
            List.of("only-broken-in-dead-letters")),
    PAYS_NO_HEED_TO_ZOMBIES(
            "Offsets are committed by whoever asks, also by one who lost the partition while it was held up",
            List.of("sale-intake", "key-worker"),
            List.of("nothing-doubled", "launches-answered", "registrations-answered"));

    private final String mistake;
    private final List<String> workers;
    private final List<String> breaks;

    BrokenVariant(String mistake, List<String> workers, List<String> breaks) {
        this.mistake = mistake;
        this.workers = workers;
        this.breaks = breaks;
    }

    /** The variant of this name. */
    public static BrokenVariant named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.title().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no broken variant " + name + ", only "
                        + Arrays.stream(values()).map(BrokenVariant::title).toList()));
    }

    /** Its name on the command line, such as {@code sweep-forgets}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is wrong with it, in one sentence. */
    public String mistake() {
        return mistake;
    }

    /** The workers that can be made so. */
    public List<String> workers() {
        return workers;
    }

    /** The promises that it breaks, one of them at least, by their keys; the one that it is there for comes first. */
    public List<String> breaks() {
        return breaks;
    }
}
