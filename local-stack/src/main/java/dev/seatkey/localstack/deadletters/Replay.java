package dev.seatkey.localstack.deadletters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Puts dead letters back, and tells what became of each. */
final class Replay {
    private final CommittedRecords records;
    private final NewestOfKeys newest;
    private final PutBack putBack;
    private final Map<DeadLetterId, Outcome> outcomes = new HashMap<>();

    Replay(CommittedRecords records, PutBack putBack) {
        this.records = records;
        this.newest = new NewestOfKeys(records);
        this.putBack = putBack;
    }

    /**
     * What became of a dead letter.
     *
     * @param done whether it was put back
     * @param text as what, or why not
     */
    record Outcome(DeadLetter letter, boolean done, String text) {}

    /** Puts back those that can be, in the order of each topic. */
    List<Outcome> of(List<DeadLetter> letters) {
        var able = new HashMap<String, Map<Long, DeadLetter>>();
        for (var letter : letters) {
            refusal(letter).ifPresentOrElse(why -> refuse(letter, why), () -> able.computeIfAbsent(
                            letter.id().topic(), first -> new HashMap<>())
                    .put(letter.id().offset(), letter));
        }
        able.forEach(this::put);
        return letters.stream()
                .map(letter -> Objects.requireNonNull(outcomes.get(letter.id())))
                .toList();
    }

    private Optional<String> refusal(DeadLetter letter) {
        var origin = letter.origin().filter(place -> letter.id().ofTopic(place.topic()));
        if (origin.isEmpty()) {
            return Optional.of("cannot be replayed: no worker put it here, so nobody knows where it was");
        }
        if (!letter.isWhole()) {
            return Optional.of("cannot be replayed: only a part of it was kept; its sender must send it again");
        }
        return Optional.ofNullable(letter.key())
                .flatMap(key -> newest.instead(key, origin.get()))
                .map(place -> "is not replayed: " + place + " has the same key and is newer than " + origin.get());
    }

    private void put(String topic, Map<Long, DeadLetter> chosen) {
        records.from(DeadLetters.partition(topic), first(chosen.keySet()), some -> {
            var batch = new ArrayList<PutBack.Chosen>();
            some.forEach(record -> {
                var letter = chosen.get(record.offset());
                if (letter != null) {
                    batch.add(new PutBack.Chosen(letter, record.value()));
                }
            });
            put(batch);
        });
    }

    private void put(List<PutBack.Chosen> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            putBack.put(batch)
                    .forEach((letter, as) ->
                            outcomes.put(letter.id(), new Outcome(letter, true, "is replayed as " + as)));
        } catch (PutBack.TooLarge e) {
            refuse(e.letter(), "cannot be replayed: " + e.getMessage());
            put(batch.stream().filter(each -> each.letter() != e.letter()).toList());
        }
    }

    private void refuse(DeadLetter letter, String why) {
        outcomes.put(letter.id(), new Outcome(letter, false, why));
    }

    private static long first(Collection<Long> offsets) {
        return offsets.stream().mapToLong(Long::longValue).min().orElse(0);
    }
}
