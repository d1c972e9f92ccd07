package dev.seatkey.keys.issuing;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import dev.seatkey.keys.plans.Plan;
import dev.seatkey.messaging.LostRace;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Seats in MongoDB. Two unique indexes make over-selling impossible: one seat for a claim, one seat for a number of a plan.
 * A seat is numbered one more than the highest that is known to be taken, and seats are inserted in their order, so that
 * the numbers have no gaps and the highest one says how many are taken.
 *
 * <p>How many are taken is noted in the plan after the insert: most of the time that is right, and when it is not it is too
 * low (a crash in between, another consumer), the next number is a duplicate, and that race is lost. From then on the
 * plan is under suspicion here: its seats are looked up in the index, until the note is found right again.
 */
final class MongoSeats implements Seats {
    private final MongoCollection<SeatDocument> seats;
    private final Set<String> suspected = ConcurrentHashMap.newKeySet();

    MongoSeats(MongoDatabase database) {
        this.seats = database.getCollection(IssuingConfiguration.SEATS, SeatDocument.class);
    }

    @Override
    public Map<UUID, Seat> ofClaims(Collection<UUID> claims) {
        Map<UUID, Seat> found = new HashMap<>();
        if (!claims.isEmpty()) {
            seats.find(in("_id", claims)).forEach(document -> found.put(document.claim(), document.toSeat()));
        }
        return found;
    }

    @Override
    public Map<String, Integer> takenAtLeast(Collection<Plan> plans) {
        Map<String, Integer> taken = new HashMap<>();
        for (Plan plan : plans) {
            taken.put(plan.saleId(), suspected.contains(plan.saleId()) ? checked(plan) : plan.seatsTaken());
        }
        return taken;
    }

    private int checked(Plan plan) {
        int taken = taken(plan.saleId());
        if (taken == plan.seatsTaken()) {
            suspected.remove(plan.saleId());
        }
        return taken;
    }

    @Override
    public int taken(String saleId) {
        SeatDocument highest = seats.find(eq("saleId", saleId))
                .sort(descending("number"))
                .limit(1)
                .first();
        return highest == null ? 0 : highest.number();
    }

    @Override
    public void take(List<Seat> taken) {
        if (taken.isEmpty()) {
            return;
        }
        try {
            seats.insertMany(taken.stream().map(SeatDocument::of).toList(), new InsertManyOptions().ordered(true));
        } catch (MongoBulkWriteException e) {
            BulkWriteError error = e.getWriteErrors().get(0);
            if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            Seat lost = taken.get(error.getIndex());
            suspected.add(lost.saleId());
            throw new LostRace("seat " + lost.number() + " of sale " + lost.saleId() + " is taken");
        }
    }
}
