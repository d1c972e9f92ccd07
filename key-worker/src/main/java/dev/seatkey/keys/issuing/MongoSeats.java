package dev.seatkey.keys.issuing;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import dev.seatkey.keys.plans.Plan;
import dev.seatkey.messaging.LostRace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Seats in MongoDB. Two unique indexes make over-selling impossible: one seat for a claim, one seat for a number of a plan.
 * A seat is numbered one more than the highest that is known to be taken, and seats are inserted in their order, so that
 * the numbers have no gaps and the highest one says how many are taken.
 *
 * <p>How many are taken is noted in the plan after the insert: most of the time that is right, and when it is not it is too
 * low (a crash in between, another consumer), the next number is a duplicate, and that race is lost. From then on the
 * plan is under suspicion here: its seats beyond the note are looked up in the index, until the note is found right again;
 * who decides a batch puts right the notes that were found to be too low.
 *
 * <p>A race that is lost for one plan is not lost for the others of the batch: two consumers that serve the same plans would
 * else stop each other at one plan after the other.
 */
final class MongoSeats implements Seats {
    /** Keeps a query far below the 16 MB of a command, however many plans of one organization run at once. */
    private static final int CLAIMS_AT_ONCE = 50_000;

    private final MongoCollection<SeatDocument> seats;
    private final Set<String> suspected = ConcurrentHashMap.newKeySet();

    MongoSeats(MongoDatabase database) {
        this.seats = database.getCollection(IssuingConfiguration.SEATS, SeatDocument.class);
    }

    @Override
    public Map<UUID, Seat> ofClaims(Collection<UUID> claims) {
        Map<UUID, Seat> found = new HashMap<>();
        List<UUID> all = List.copyOf(claims);
        for (int from = 0; from < all.size(); from += CLAIMS_AT_ONCE) {
            List<UUID> some = all.subList(from, Math.min(all.size(), from + CLAIMS_AT_ONCE));
            seats.find(in("_id", some)).forEach(document -> found.put(document.claim(), document.toSeat()));
        }
        return found;
    }

    @Override
    public Map<String, Integer> takenAtLeast(Collection<Plan> plans) {
        Map<String, Integer> taken = new HashMap<>();
        plans.forEach(plan -> taken.put(plan.saleId(), plan.seatsTaken()));
        List<Plan> toCheck =
                plans.stream().filter(plan -> suspected.contains(plan.saleId())).toList();
        if (!toCheck.isEmpty()) {
            seatsBeyondTheNotes(toCheck)
                    .forEach(document -> taken.merge(document.saleId(), document.number(), Math::max));
            toCheck.stream()
                    .filter(plan -> plan.seatsTaken() == taken.getOrDefault(plan.saleId(), 0))
                    .forEach(plan -> suspected.remove(plan.saleId()));
        }
        return taken;
    }

    private FindIterable<SeatDocument> seatsBeyondTheNotes(List<Plan> plans) {
        List<Bson> beyond = new ArrayList<>();
        plans.forEach(plan -> beyond.add(
                new Document("saleId", plan.saleId()).append("number", new Document("$gt", plan.seatsTaken()))));
        return seats.find(or(beyond));
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
        List<Seat> left = taken;
        Seat lost = null;
        while (!left.isEmpty()) {
            Seat refused = insertUpToTheFirstRefused(left);
            if (refused == null) {
                break;
            }
            lost = refused;
            left = ofOtherPlansAfter(refused, left);
        }
        if (lost != null) {
            // None of these notes is written now, so that each may be too low.
            taken.forEach(seat -> suspected.add(seat.saleId()));
            throw new LostRace("seat " + lost.number() + " of sale " + lost.saleId() + " is taken");
        }
    }

    private @Nullable Seat insertUpToTheFirstRefused(List<Seat> taken) {
        try {
            seats.insertMany(taken.stream().map(SeatDocument::of).toList(), new InsertManyOptions().ordered(true));
            return null;
        } catch (MongoBulkWriteException e) {
            return e.getWriteErrors().stream()
                    .filter(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)
                    .findFirst()
                    .map(error -> taken.get(error.getIndex()))
                    .orElseThrow(() -> e);
        }
    }

    private static List<Seat> ofOtherPlansAfter(Seat refused, List<Seat> taken) {
        return taken.subList(taken.indexOf(refused) + 1, taken.size()).stream()
                .filter(seat -> !seat.saleId().equals(refused.saleId()))
                .toList();
    }
}
