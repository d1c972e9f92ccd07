package dev.seatkey.keys.issuing;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.descending;
import static org.bson.codecs.configuration.CodecRegistries.fromCodecs;
import static org.bson.codecs.configuration.CodecRegistries.fromRegistries;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import dev.seatkey.messaging.LostRace;
import dev.seatkey.messaging.store.WholeDocumentCodec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Seats in MongoDB. Two unique indexes make over-selling impossible: one seat for a claim, one seat for a number of a plan.
 * Seats of a plan are inserted in the order of their numbers, up to the first that is refused, so that the numbers have no
 * gaps and the highest one says how many are taken.
 */
final class MongoSeats implements Seats {
    /** Keeps a query far below the 16 MB of a command, however many plans of one organization run at once. */
    private static final int CLAIMS_AT_ONCE = 50_000;

    /** What is sent in vain, at most, when somebody else was faster with one of them. */
    private static final int SEATS_AT_ONCE = 1_000;

    private final MongoCollection<Seat> seats;

    MongoSeats(MongoDatabase database) {
        this.seats = database.getCollection(IssuingConfiguration.SEATS, Seat.class)
                .withCodecRegistry(fromRegistries(
                        fromCodecs(new WholeDocumentCodec<>(new SeatCodec())), database.getCodecRegistry()));
    }

    @Override
    public Map<UUID, Seat> ofClaims(Collection<UUID> claims) {
        Map<UUID, Seat> found = new HashMap<>();
        List<UUID> all = List.copyOf(claims);
        for (int from = 0; from < all.size(); from += CLAIMS_AT_ONCE) {
            List<UUID> some = all.subList(from, Math.min(all.size(), from + CLAIMS_AT_ONCE));
            seats.find(in("_id", some)).forEach(seat -> found.put(seat.claim(), seat));
        }
        return found;
    }

    @Override
    public Map<String, Integer> takenBeyond(Map<String, Integer> known) {
        Map<String, Integer> taken = new HashMap<>();
        if (!known.isEmpty()) {
            List<Bson> beyond = new ArrayList<>();
            known.forEach((saleId, number) -> beyond.add(above(saleId, number)));
            seats.find(or(beyond)).forEach(seat -> taken.merge(seat.saleId(), seat.number(), Math::max));
        }
        return taken;
    }

    @Override
    public int taken(String saleId) {
        Seat highest =
                seats.find(above(saleId, 0)).sort(descending("number")).limit(1).first();
        return highest == null ? 0 : highest.number();
    }

    private static Bson above(String saleId, int number) {
        return new Document("saleId", saleId).append("number", new Document("$gt", number));
    }

    @Override
    public List<Seat> take(List<Seat> wanted) {
        List<Seat> planByPlan =
                wanted.stream().sorted(Comparator.comparing(Seat::saleId)).toList();
        List<Seat> taken = new ArrayList<>();
        Set<String> lost = new HashSet<>();
        for (int from = 0; from < planByPlan.size(); from += SEATS_AT_ONCE) {
            List<Seat> some = planByPlan.subList(from, Math.min(planByPlan.size(), from + SEATS_AT_ONCE)).stream()
                    .filter(seat -> !lost.contains(seat.saleId()))
                    .toList();
            int inserted = insertUpToTheFirstRefused(some);
            taken.addAll(some.subList(0, inserted));
            some.subList(inserted, some.size()).forEach(seat -> lost.add(seat.saleId()));
        }
        return taken;
    }

    private int insertUpToTheFirstRefused(List<Seat> some) {
        if (some.isEmpty()) {
            return 0;
        }
        try {
            seats.insertMany(some, new InsertManyOptions().ordered(true));
            return some.size();
        } catch (MongoBulkWriteException e) {
            BulkWriteError refused = e.getWriteErrors().stream()
                    .filter(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)
                    .findFirst()
                    .orElseThrow(() -> e);
            if (e.getWriteConcernError() != null) {
                throw new LostRace("whether the seats before the refused one will last is not certain");
            }
            return refused.getIndex();
        }
    }
}
