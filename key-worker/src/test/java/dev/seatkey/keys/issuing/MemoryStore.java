package dev.seatkey.keys.issuing;

import dev.seatkey.keys.plans.Plan;
import dev.seatkey.keys.plans.Plans;
import dev.seatkey.keys.working.Changes;
import dev.seatkey.messaging.LostRace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A store that promises just what MongoDB does: single documents, unique indexes, conditional updates; and that can die. */
final class MemoryStore {
    final Map<String, Plan> plans = new TreeMap<>();
    final Map<UUID, Seat> seats = new LinkedHashMap<>();
    final Map<UUID, TestKey> keys = new LinkedHashMap<>();
    final Map<UUID, AnsweredLaunch> answers = new LinkedHashMap<>();

    /** How many seats were refused because others were faster. */
    int refusedSeats;

    /** How many claims were looked up. */
    int claimsLookedUp;

    private int writesUntilCrash = Integer.MAX_VALUE;
    private Runnable meanwhile = () -> {};

    /** The process died. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Whoever writes dies right before this write. */
    void crashAtWrite(int number) {
        writesUntilCrash = number;
    }

    void crashNoMore() {
        writesUntilCrash = Integer.MAX_VALUE;
    }

    /** What others do whenever somebody is about to read or write; nobody comes between what they do. */
    void meanwhile(Runnable othersDo) {
        meanwhile = () -> {
            Runnable then = meanwhile;
            int untilCrash = writesUntilCrash;
            meanwhile = () -> {};
            crashNoMore();
            othersDo.run();
            writesUntilCrash = untilCrash;
            meanwhile = then;
        };
    }

    private void write() {
        meanwhile.run();
        if (--writesUntilCrash == 0) {
            throw new Crash();
        }
    }

    int seatsTaken(String saleId) {
        return seats.values().stream()
                .filter(seat -> seat.saleId().equals(saleId))
                .mapToInt(Seat::number)
                .max()
                .orElse(0);
    }

    Plans plans() {
        return new MemoryPlans();
    }

    Keys keys() {
        return new MemoryKeys();
    }

    Answers answers() {
        return new MemoryAnswers();
    }

    Seats seats() {
        return new MemorySeats();
    }

    private <I, D> Map<I, D> found(Map<I, D> all, Collection<I> ids) {
        meanwhile.run();
        Map<I, D> found = new HashMap<>();
        ids.forEach(id -> {
            D document = all.get(id);
            if (document != null) {
                found.put(id, document);
            }
        });
        return found;
    }

    private final class MemoryPlans implements Plans {
        @Override
        public Map<String, Plan> ofSales(Collection<String> saleIds) {
            return found(plans, saleIds);
        }

        @Override
        public List<Plan> endingAfter(Instant time, Collection<String> organizationIds) {
            meanwhile.run();
            return plans.values().stream()
                    .filter(plan -> organizationIds.contains(plan.sold().organizationId())
                            && plan.sold().to().isAfter(time))
                    .toList();
        }

        @Override
        public List<Plan> lastEndingBy(Instant time, Collection<String> organizationIds) {
            meanwhile.run();
            Map<List<String>, Plan> last = new HashMap<>();
            plans.values().stream()
                    .filter(plan -> organizationIds.contains(plan.sold().organizationId())
                            && plan.isApproved()
                            && !plan.sold().to().isAfter(time))
                    .forEach(plan -> last.merge(
                            List.of(plan.sold().organizationId(), plan.sold().distributionId()),
                            plan,
                            (one, other) -> one.sold().to().isAfter(other.sold().to()) ? one : other));
            return List.copyOf(last.values());
        }

        @Override
        public void save(Changes<Plan> changes) {
            throw new UnsupportedOperationException("launches change no plan");
        }

        @Override
        public Map<String, Integer> seatsTaken(Collection<String> saleIds) {
            Map<String, Integer> taken = new HashMap<>();
            found(plans, saleIds).forEach((saleId, plan) -> taken.put(saleId, plan.seatsTaken()));
            return taken;
        }

        @Override
        public void noteSeatsTaken(Map<String, Integer> atLeast) {
            atLeast.forEach((saleId, taken) -> {
                write();
                plans.computeIfPresent(saleId, (id, plan) -> noted(plan, taken));
            });
        }

        private static Plan noted(Plan plan, int taken) {
            int atLeast = Math.max(plan.seatsTaken(), taken);
            return new Plan(plan.sold(), plan.state(), atLeast, plan.started(), plan.ended(), plan.revision());
        }
    }

    private final class MemorySeats implements Seats {
        @Override
        public Map<UUID, Seat> ofClaims(Collection<UUID> claims) {
            claimsLookedUp += claims.size();
            return found(seats, claims);
        }

        @Override
        public Map<String, Integer> takenBeyond(Map<String, Integer> known) {
            meanwhile.run();
            Map<String, Integer> beyond = new HashMap<>();
            known.forEach((saleId, number) -> {
                if (seatsTaken(saleId) > number) {
                    beyond.put(saleId, seatsTaken(saleId));
                }
            });
            return beyond;
        }

        @Override
        public int taken(String saleId) {
            return seatsTaken(saleId);
        }

        @Override
        public List<Seat> take(List<Seat> wanted) {
            List<Seat> taken = new ArrayList<>();
            List<Seat> planByPlan =
                    wanted.stream().sorted(Comparator.comparing(Seat::saleId)).toList();
            for (Seat seat : planByPlan) {
                write();
                if (!isFree(seat)) {
                    refusedSeats++;
                    break;
                }
                seats.put(seat.claim(), seat);
                taken.add(seat);
            }
            return taken;
        }

        private boolean isFree(Seat seat) {
            return !seats.containsKey(seat.claim())
                    && seats.values().stream()
                            .noneMatch(
                                    other -> other.saleId().equals(seat.saleId()) && other.number() == seat.number());
        }
    }

    private final class MemoryKeys implements Keys {
        @Override
        public Map<UUID, TestKey> ofIds(Collection<UUID> ids) {
            return found(keys, ids);
        }

        @Override
        public void save(Changes<TestKey> changes) {
            for (TestKey key : changes.added()) {
                write();
                if (keys.putIfAbsent(key.id(), key) != null) {
                    throw new LostRace("key");
                }
            }
            for (Changes.Change<TestKey> change : changes.changed()) {
                write();
                TestKey now = keys.get(change.after().id());
                if (now == null || now.position() != change.before().position()) {
                    throw new LostRace("key");
                }
                keys.put(now.id(), change.after());
            }
        }
    }

    private final class MemoryAnswers implements Answers {
        @Override
        public Map<UUID, AnsweredLaunch> ofLaunches(Collection<UUID> ids) {
            return found(answers, ids);
        }

        @Override
        public void keep(Changes<AnsweredLaunch> rulings) {
            for (AnsweredLaunch answered : rulings.added()) {
                write();
                if (answers.putIfAbsent(answered.launch().id(), answered) != null) {
                    throw new LostRace("launch");
                }
            }
            for (Changes.Change<AnsweredLaunch> change : rulings.changed()) {
                write();
                if (!answers.replace(change.after().launch().id(), change.before(), change.after())) {
                    throw new LostRace("launch");
                }
            }
        }
    }
}
