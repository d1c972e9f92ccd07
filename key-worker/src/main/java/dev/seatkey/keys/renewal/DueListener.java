package dev.seatkey.keys.renewal;

import dev.seatkey.contract.WorkDue;
import dev.seatkey.keys.issuing.KeyEvents;
import dev.seatkey.keys.issuing.Keys;
import dev.seatkey.keys.issuing.Seats;
import dev.seatkey.keys.issuing.TestKey;
import dev.seatkey.keys.plans.Plan;
import dev.seatkey.keys.plans.PlanEvents;
import dev.seatkey.keys.plans.Plans;
import dev.seatkey.keys.plans.TurnPlans;
import dev.seatkey.keys.working.Changes;
import dev.seatkey.keys.working.WorkingCopy;
import dev.seatkey.messaging.BatchHandler;
import dev.seatkey.messaging.BrokenRecord;
import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.Decision;
import dev.seatkey.messaging.Message;
import dev.seatkey.messaging.Publication;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes what fell due from {@code key-worker-due}. */
final class DueListener implements BatchHandler<Due, DueListener.Stored, DueListener.Written> {
    private final RenewKeys renewKeys = new RenewKeys();
    private final TurnPlans turnPlans = new TurnPlans();
    private final Plans plans;
    private final Seats seats;
    private final Keys keys;

    DueListener(Plans plans, Seats seats, Keys keys) {
        this.plans = plans;
        this.seats = seats;
        this.keys = keys;
    }

    @Override
    public Due translate(Message message) {
        WorkDue due = (WorkDue) message.body();
        return switch (due.getWork()) {
            case DueKeysAndPlans.RENEW_KEY -> new Due.RenewKey(keyId(due.getSubjectId()), message.cause());
            case DueKeysAndPlans.TURN_PLAN -> new Due.TurnPlan(due.getSubjectId(), message.cause());
            default -> throw new BrokenRecord("asks for work that is not known here: " + due.getWork());
        };
    }

    private static UUID keyId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new BrokenRecord("names a key by what is no key id", e);
        }
    }

    @Override
    public Stored read(List<Due> due) {
        Set<UUID> keyIds = of(due, Due.RenewKey.class).map(Due.RenewKey::keyId).collect(Collectors.toSet());
        Set<String> saleIds =
                of(due, Due.TurnPlan.class).map(Due.TurnPlan::saleId).collect(Collectors.toSet());
        Map<String, Plan> found = plans.ofSales(saleIds);
        return new Stored(keys.ofIds(keyIds), found, seatsTakenWhereItEnds(due, found));
    }

    /** Looked up plan by plan: each of them comes to its end once. */
    private Map<String, Integer> seatsTakenWhereItEnds(List<Due> due, Map<String, Plan> found) {
        Map<String, Integer> seatsTaken = new HashMap<>();
        of(due, Due.TurnPlan.class).forEach(turn -> {
            Plan plan = found.get(turn.saleId());
            if (plan != null && !turn.cause().at().isBefore(plan.sold().to())) {
                seatsTaken.computeIfAbsent(turn.saleId(), seats::taken);
            }
        });
        return seatsTaken;
    }

    private static <D extends Due> Stream<D> of(List<Due> due, Class<D> kind) {
        return due.stream().filter(kind::isInstance).map(kind::cast);
    }

    @Override
    public Decision<Written> decide(List<Due> due, Stored stored) {
        WorkingCopy<UUID, TestKey> workingKeys = new WorkingCopy<>(stored.keys());
        WorkingCopy<String, Plan> workingPlans = new WorkingCopy<>(stored.plans());
        List<Publication> events = new ArrayList<>();
        for (Due each : due) {
            Cause cause = each.cause();
            if (each instanceof Due.RenewKey renewal) {
                renewKeys.renew(renewal, workingKeys);
                TestKey key = workingKeys.get(renewal.keyId());
                if (key != null) {
                    KeyEvents.tell(key, cause, events::add);
                }
            } else if (each instanceof Due.TurnPlan turn) {
                int seatsTaken = stored.seatsTaken().getOrDefault(turn.saleId(), 0);
                turnPlans.turn(turn.saleId(), seatsTaken, cause, workingPlans);
                Plan plan = workingPlans.get(turn.saleId());
                if (plan != null) {
                    PlanEvents.tell(plan, cause, events::add);
                }
            }
        }
        return new Decision<>(new Written(workingKeys.changes(), workingPlans.changes()), events);
    }

    @Override
    public void write(Written changes) {
        keys.save(changes.keys());
        plans.save(changes.plans());
    }

    /** What the store holds about what fell due. */
    record Stored(Map<UUID, TestKey> keys, Map<String, Plan> plans, Map<String, Integer> seatsTaken) {}

    /** What became of it. */
    record Written(Changes<TestKey> keys, Changes<Plan> plans) {}
}
