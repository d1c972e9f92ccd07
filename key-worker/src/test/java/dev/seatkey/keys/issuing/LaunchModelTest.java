package dev.seatkey.keys.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatkey.contract.KeyClosed;
import dev.seatkey.contract.KeyIssued;
import dev.seatkey.contract.KeyRenewed;
import dev.seatkey.contract.LaunchGranted;
import dev.seatkey.contract.LaunchRefused;
import dev.seatkey.contract.RefusalReason;
import dev.seatkey.contract.SeatTaken;
import dev.seatkey.keys.plans.Plan;
import dev.seatkey.keys.plans.Sold;
import dev.seatkey.keys.samples.Causes;
import dev.seatkey.keys.samples.CodesByKeyId;
import dev.seatkey.keys.working.WorkingCopy;
import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.Decision;
import dev.seatkey.messaging.LostRace;
import dev.seatkey.messaging.PassingFault;
import dev.seatkey.messaging.Publication;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Launches, approvals, renewals and a year and more of time, at random: on three partitions, each with two consumers that
 * both believe it is theirs, whose steps are interleaved in any order, who read a batch before the last two are written, which are
 * written in any order, and who die at any write. Only one of them can commit.
 * Whatever happens, what was committed in the end is what the rules say.
 */
class LaunchModelTest {
    private static final int PARTITIONS = 3;
    private static final int SALES = 6;
    private static final int STEPS = 600;
    private static final int MOST_UNSETTLED = 2;
    private static final Instant BEGIN = Instant.parse("2027-01-01T00:00:00Z");

    static Stream<Long> seeds() {
        return new Random(20270301).longs(300).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("K1–K8: never more seats than sold, no seat lost, one key, one answer, terms without gaps")
    void keepsItsPromises(long seed) {
        World world = new World(new Random(seed));

        world.live();
        world.comeToRest();

        world.seatsAreInOrder();
        world.keysAreInOrder();
        world.everyLaunchHasItsAnswer();
        world.everySideEffectWasToldOnce();
    }

    /** What there is, and what happens to it. */
    private static final class World {
        private final Random random;
        private final MemoryStore store = new MemoryStore();
        private final List<List<Launch>> partitions = new ArrayList<>();
        private final int[] committed = new int[PARTITIONS];
        private final List<Launch> committedLaunches = new ArrayList<>();
        private final List<Publication> log = new ArrayList<>();
        private final List<LaunchConsumer> consumers = new ArrayList<>();
        private final Set<String> approved = new HashSet<>();
        private Instant now = BEGIN;
        private int sweeps;

        World(Random random) {
            this.random = random;
            IntStream.range(0, PARTITIONS).forEach(partition -> {
                partitions.add(new ArrayList<>());
                consumers.add(new LaunchConsumer(partition));
                consumers.add(new LaunchConsumer(partition));
            });
            IntStream.rangeClosed(1, SALES).forEach(this::registerSale);
        }

        private void registerSale(int number) {
            Instant from = random.nextInt(3) == 0 ? BEGIN.plus(Duration.ofDays(random.nextInt(200))) : BEGIN;
            Sold sold = new Sold(
                    "sale-" + number,
                    random.nextInt(5) == 0 ? "other" : "acme",
                    random.nextInt(6) == 0 ? "other" : "it-pro",
                    1 + random.nextInt(4),
                    from,
                    from.plus(Duration.ofDays(100 + random.nextInt(300))),
                    ZoneId.of("Europe/Berlin"),
                    30 + random.nextInt(180));
            store.plans.put(sold.saleId(), Plan.pending(sold));
        }

        void live() {
            store.meanwhile(this::othersTakeAStep);
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(10)) {
                    case 0, 1, 2 -> launch();
                    case 3 -> {
                        if (random.nextInt(6) == 0) {
                            approve();
                        }
                    }
                    case 4 -> now = now.plus(Duration.ofHours(random.nextInt(200)));
                    case 5 -> sweep();
                    default -> anyConsumer().step();
                }
            }
        }

        private void othersTakeAStep() {
            if (random.nextInt(4) == 0) {
                anyConsumer().step();
            }
        }

        private LaunchConsumer anyConsumer() {
            return consumers.get(random.nextInt(consumers.size()));
        }

        private void launch() {
            int partition = random.nextInt(PARTITIONS);
            List<Launch> records = partitions.get(partition);
            String launchId = "launch-" + random.nextInt(80);
            Learner learner = random.nextInt(30) == 0 ? null : new Learner("lms", "learner-" + random.nextInt(7));
            records.add(new Launch(
                    Launch.idOf("lms", launchId),
                    launchId,
                    "lms",
                    "acme",
                    "it-pro",
                    "test-" + random.nextInt(2),
                    learner,
                    random.nextInt(30) != 0,
                    "key",
                    Causes.record("test-launches-" + partition + "@" + records.size(), now)));
            if (random.nextInt(4) == 0) {
                sendAgain(partition, records.get(records.size() - 1));
            }
        }

        private void sendAgain(int partition, Launch launch) {
            int other = random.nextBoolean() ? partition : random.nextInt(PARTITIONS);
            List<Launch> records = partitions.get(other);
            records.add(new Launch(
                    launch.id(),
                    launch.launchId(),
                    launch.issuer(),
                    launch.organizationId(),
                    launch.distributionId(),
                    launch.testId(),
                    launch.learner(),
                    launch.learnerRole(),
                    launch.replyKey(),
                    Causes.record("test-launches-" + other + "@" + records.size(), now)));
        }

        private void approve() {
            String saleId = "sale-" + (1 + random.nextInt(SALES));
            if (approved.add(saleId)) {
                store.plans.computeIfPresent(
                        saleId, (id, plan) -> plan.approved(Causes.record("approval of " + saleId, now)));
            }
        }

        /** Handles what fell due, in one piece: its own races with launches come from the conditional writes. */
        private void sweep() {
            store.meanwhile(() -> {});
            Cause due = Causes.record("key-worker-due-0@" + sweeps++, now);
            WorkingCopy<UUID, TestKey> working = new WorkingCopy<>(Map.copyOf(store.keys));
            List<Publication> events = new ArrayList<>();
            store.keys.values().stream().filter(this::isDue).forEach(key -> {
                TestKey after = key.caughtUpWith(now, due);
                working.put(key.id(), after);
                KeyEvents.tell(after, due, events::add);
            });
            store.crashNoMore();
            store.keys().save(working.changes());
            log.addAll(events);
            store.meanwhile(this::othersTakeAStep);
        }

        private boolean isDue(TestKey key) {
            Instant dueAt = key.dueAt();
            return dueAt != null && !dueAt.isAfter(now);
        }

        void comeToRest() {
            store.meanwhile(() -> {});
            store.crashNoMore();
            IntStream.range(0, PARTITIONS).forEach(partition -> {
                LaunchConsumer last = new LaunchConsumer(partition);
                while (committed[partition] < partitions.get(partition).size()) {
                    last.step();
                    store.crashNoMore();
                }
            });
            sweep();
        }

        void seatsAreInOrder() {
            store.plans.values().forEach(plan -> {
                List<Integer> numbers = store.seats.values().stream()
                        .filter(seat -> seat.saleId().equals(plan.saleId()))
                        .map(Seat::number)
                        .sorted()
                        .toList();
                assertThat(numbers)
                        .as("numbers without gaps")
                        .isEqualTo(
                                IntStream.rangeClosed(1, numbers.size()).boxed().toList());
                assertThat(numbers.size())
                        .as("seats of %s", plan.saleId())
                        .isLessThanOrEqualTo(plan.sold().seats());
                assertThat(plan.seatsTaken()).as("note").isLessThanOrEqualTo(numbers.size());
            });
        }

        void keysAreInOrder() {
            store.keys.values().forEach(key -> {
                Sold sold = soldOf(key.holder().saleId());
                List<Term> terms = key.terms();
                for (int i = 1; i < terms.size(); i++) {
                    assertThat(terms.get(i).from()).isEqualTo(terms.get(i - 1).to());
                }
                assertThat(key.lastTerm().from()).isBefore(sold.to());
                assertThat(key.closing() != null).isEqualTo(!now.isBefore(sold.to()));
                assertThat(key.lastTerm().to())
                        .isAfter(now.isBefore(sold.to()) ? now : sold.to().minusMillis(1));
                assertThat(store.seats)
                        .containsKey(
                                Seat.claimOf(key.holder().saleId(), key.holder().learner()));
            });
        }

        private Sold soldOf(String saleId) {
            return java.util.Objects.requireNonNull(store.plans.get(saleId)).sold();
        }

        void everyLaunchHasItsAnswer() {
            List<Publication> answers = log.stream()
                    .filter(event -> event.body() instanceof LaunchGranted || event.body() instanceof LaunchRefused)
                    .toList();
            assertThat(answers).hasSameSizeAs(committedLaunches);
            Map<UUID, Object> answerOf = new HashMap<>();
            for (int i = 0; i < answers.size(); i++) {
                Launch launch = committedLaunches.get(i);
                Publication answer = answers.get(i);
                assertThat(answerOf.merge(answer.id(), answer.body(), (one, other) -> one))
                        .as("the same event, whenever it is sent")
                        .isEqualTo(answer.body());
                check(launch, answer);
            }
        }

        private void check(Launch launch, Publication answer) {
            AnsweredLaunch first = java.util.Objects.requireNonNull(store.answers.get(launch.id()));
            if (answer.body() instanceof LaunchGranted granted) {
                assertThat(first.launch().asksTheSameAs(launch)).isTrue();
                Sold sold = soldOf(granted.getSaleId());
                assertThat(granted.getLaunchedAt())
                        .isBetween(sold.from(), sold.to().minusMillis(1));
                assertThat(granted.getKey().getUsableUntil()).isAfter(granted.getLaunchedAt());
                Seat seat = store.seats.get(Seat.claimOf(sold.saleId(), new Learner("lms", granted.getSubject())));
                assertThat(java.util.Objects.requireNonNull(seat).number()).isEqualTo(granted.getSeatNumber());
            } else {
                LaunchRefused refused = (LaunchRefused) answer.body();
                assertThat(refused.getReason() == RefusalReason.LAUNCH_ID_REUSED)
                        .isEqualTo(!first.launch().asksTheSameAs(launch));
                if (refused.getReason() == RefusalReason.NO_SEAT_LEFT) {
                    String saleId = String.valueOf(refused.getSaleId());
                    assertThat(store.seatsTaken(saleId))
                            .isEqualTo(soldOf(saleId).seats());
                    assertThat(store.seats)
                            .as("who holds a seat is not refused for want of one")
                            .doesNotContainKey(Seat.claimOf(saleId, new Learner("lms", refused.getSubject())));
                }
            }
        }

        void everySideEffectWasToldOnce() {
            assertThat(told(SeatTaken.class))
                    .containsExactlyInAnyOrderElementsOf(store.seats.values().stream()
                            .map(seat -> seat.saleId() + seat.number())
                            .toList());
            assertThat(told(KeyIssued.class))
                    .containsExactlyInAnyOrderElementsOf(
                            store.keys.keySet().stream().map(UUID::toString).toList());
            assertThat(told(KeyRenewed.class))
                    .containsExactlyInAnyOrderElementsOf(store.keys.values().stream()
                            .flatMap(key -> key.terms().stream().skip(1).map(term -> key.id() + "/" + term.number()))
                            .toList());
            assertThat(told(KeyClosed.class))
                    .containsExactlyInAnyOrderElementsOf(store.keys.values().stream()
                            .filter(key -> key.closing() != null)
                            .map(key -> key.id().toString())
                            .toList());
        }

        private List<String> told(Class<?> type) {
            return log.stream()
                    .map(Publication::body)
                    .filter(type::isInstance)
                    .map(World::subject)
                    .collect(Collectors.toList());
        }

        private static String subject(Object event) {
            if (event instanceof SeatTaken taken) {
                return taken.getSaleId() + taken.getSeatNumber();
            }
            if (event instanceof KeyIssued issued) {
                return issued.getKeyId().toString();
            }
            return event instanceof KeyRenewed renewed
                    ? renewed.getKeyId() + "/" + renewed.getTerm()
                    : ((KeyClosed) event).getKeyId().toString();
        }

        /**
         * A consumer that takes a batch through its steps, one at a time, and the next one while the last two are still to be
         * written; it dies now and then and begins anew.
         */
        private final class LaunchConsumer {
            private final int partition;
            private LaunchListener listener;
            private final Deque<Handled> unsettled = new ArrayDeque<>();
            private List<Launch> batch = List.of();
            private int from;
            private LaunchListener.@Nullable Stored stored;
            private @Nullable Handled current;
            private boolean busy;

            LaunchConsumer(int partition) {
                this.partition = partition;
                this.listener = newListener();
            }

            private LaunchListener newListener() {
                return new LaunchListener(
                        new AnswerLaunches(new CodesByKeyId()),
                        () -> {},
                        store.plans(),
                        store.seats(),
                        store.keys(),
                        store.answers());
            }

            void step() {
                if (busy) {
                    return;
                }
                boolean hasRoom = unsettled.size() < MOST_UNSETTLED;
                if (!unsettled.isEmpty() && (random.nextBoolean() || current != null && !hasRoom)) {
                    settleSome();
                } else if (batch.isEmpty()) {
                    poll();
                } else if (stored == null) {
                    trying(() -> stored = listener.read(batch, this::earlierAreWritten), this::readAgain);
                } else if (current == null) {
                    current = new Handled(batch, from, listener.decide(batch, stored));
                } else if (random.nextInt(3) == 0) {
                    unsettled.add(current);
                    nextBatch();
                } else if (!current.isWritten) {
                    trying(current::write, this::readAgain);
                } else if (unsettled.isEmpty()) {
                    commit(current);
                }
            }

            /** Any of them is written, but only the first is committed. */
            private void settleSome() {
                Handled some = random.nextBoolean() ? unsettled.getFirst() : unsettled.getLast();
                if (!some.isWritten) {
                    trying(some::write, this::beginAnew);
                } else if (unsettled.getFirst().isWritten) {
                    commit(unsettled.getFirst());
                }
            }

            private void earlierAreWritten() {
                for (Handled each : unsettled) {
                    if (!each.isWritten) {
                        try {
                            each.write();
                        } catch (LostRace e) {
                            throw new PassingFault("a batch before could not be stored", e);
                        }
                    }
                }
            }

            private void poll() {
                from = unsettled.isEmpty()
                        ? committed[partition]
                        : unsettled.getLast().to();
                List<Launch> records = partitions.get(partition);
                int size = Math.min(records.size() - from, 1 + random.nextInt(4));
                batch = List.copyOf(records.subList(from, from + size));
            }

            /** Dies at any write; others take steps between any two operations on the store. */
            private void trying(Runnable step, Runnable afterALostRace) {
                store.crashAtWrite(random.nextInt(3) == 0 ? 1 + random.nextInt(8) : Integer.MAX_VALUE);
                busy = true;
                try {
                    step.run();
                } catch (LostRace e) {
                    afterALostRace.run();
                } catch (PassingFault e) {
                    beginAnew();
                } catch (MemoryStore.Crash e) {
                    listener = newListener();
                    beginAnew();
                }
                busy = false;
                store.crashNoMore();
            }

            private void commit(Handled toCommit) {
                boolean fenced = committed[partition] != toCommit.from;
                boolean dies = random.nextInt(5) == 0;
                if (fenced || dies) {
                    beginAnew();
                    return;
                }
                log.addAll(toCommit.decision.publications());
                committedLaunches.addAll(toCommit.batch);
                committed[partition] = toCommit.to();
                if (toCommit == unsettled.peekFirst()) {
                    unsettled.removeFirst();
                } else {
                    nextBatch();
                }
            }

            private void readAgain() {
                stored = null;
                current = null;
            }

            private void nextBatch() {
                batch = List.of();
                readAgain();
            }

            private void beginAnew() {
                unsettled.clear();
                nextBatch();
            }

            /** A batch that was decided. */
            private final class Handled {
                private final List<Launch> batch;
                private final int from;
                private final Decision<LaunchListener.Unwritten> decision;
                private boolean isWritten;

                Handled(List<Launch> batch, int from, Decision<LaunchListener.Unwritten> decision) {
                    this.batch = batch;
                    this.from = from;
                    this.decision = decision;
                }

                void write() {
                    listener.write(decision.changes());
                    isWritten = true;
                }

                int to() {
                    return from + batch.size();
                }
            }
        }
    }
}
