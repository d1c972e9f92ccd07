package dev.seatkey.bench.opponents.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seatkey.contract.GrantedKey;
import dev.seatkey.contract.KeyIssued;
import dev.seatkey.contract.LaunchGranted;
import dev.seatkey.contract.LaunchRefused;
import dev.seatkey.contract.RefusalReason;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDetails;
import dev.seatkey.contract.SeatTaken;
import dev.seatkey.contract.TestLaunched;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Answers launches from state stores. */
final class AnswerLaunches extends ContextualProcessor<String, TestLaunched, String, SpecificRecord> {
    static final String PLANS = "plans";
    static final String SEATS_TAKEN = "seats-taken";
    static final String SEATS = "seats";
    static final String KEYS = "keys";
    static final String ANSWERS = "answers";

    private @Nullable Stores stores;

    static String planOf(String organizationId, String distributionId) {
        return organizationId + "/" + distributionId;
    }

    static String topicOf(SpecificRecord event) {
        if (event instanceof SeatTaken) {
            return "plan-events";
        }
        return event instanceof KeyIssued ? "key-events" : "launch-results";
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
        super.init(context);
        stores = new Stores(
                context.getStateStore(PLANS),
                context.getStateStore(SEATS_TAKEN),
                context.getStateStore(SEATS),
                context.getStateStore(KEYS),
                context.getStateStore(ANSWERS));
    }

    @Override
    public void process(Record<String, TestLaunched> record) {
        var held = Objects.requireNonNull(stores);
        var launch = record.value();
        var replyKey =
                new String(record.headers().lastHeader(KeepReplyKey.REPLY_KEY).value(), UTF_8);
        record.headers().remove(KeepReplyKey.REPLY_KEY);
        var launchId = launch.getIssuer() + "/" + launch.getLaunchId();
        var answered = held.answers.get(launchId);
        if (answered == null) {
            var plan = held.plans.get(planOf(launch.getOrganizationId(), launch.getDistributionId()));
            if (plan == null) {
                forward(record, replyKey, refused(launch, RefusalReason.NO_PLAN, record.timestamp()));
                return;
            }
            answered = answer(record, plan.getSale(), held);
            if (answered == null) {
                forward(record, replyKey, refused(launch, RefusalReason.NO_SEAT_LEFT, record.timestamp()));
                return;
            }
            held.answers.put(launchId, answered);
        }
        forward(record, replyKey, answered);
    }

    private @Nullable LaunchGranted answer(Record<String, TestLaunched> record, SaleDetails sale, Stores held) {
        var launch = record.value();
        var learner = sale.getSaleId() + "/" + launch.getIssuer() + "/" + launch.getSubject();
        var seat = held.seats.get(learner);
        if (seat == null) {
            var taken = held.seatsTaken.get(sale.getSaleId());
            seat = taken == null ? 1 : taken + 1;
            if (seat > sale.getNumberOfUsers()) {
                return null;
            }
            held.seatsTaken.put(sale.getSaleId(), seat);
            held.seats.put(learner, seat);
            forward(record, sale.getSaleId(), seatTaken(record, sale, seat));
        }
        var keyOf = learner + "/" + launch.getTestId();
        var key = held.keys.get(keyOf);
        if (key == null) {
            key = keyIssued(record, sale, seat);
            held.keys.put(keyOf, key);
            forward(record, key.getKeyId().toString(), key);
        }
        return granted(record, key);
    }

    private void forward(Record<String, TestLaunched> cause, String key, SpecificRecord event) {
        context().forward(cause.withKey(key).withValue(event));
    }

    private static SeatTaken seatTaken(Record<String, TestLaunched> record, SaleDetails sale, int seat) {
        var launch = record.value();
        return new SeatTaken(
                sale.getSaleId(),
                seat,
                1,
                sale.getNumberOfUsers(),
                launch.getIssuer(),
                launch.getSubject(),
                Instant.ofEpochMilli(record.timestamp()));
    }

    private static KeyIssued keyIssued(Record<String, TestLaunched> record, SaleDetails sale, int seat) {
        var launch = record.value();
        var from = Instant.ofEpochMilli(record.timestamp());
        var to = from.plus(Duration.ofDays(sale.getKeyLengthDays()));
        return KeyIssued.newBuilder()
                .setKeyId(UUID.randomUUID())
                .setPosition(1)
                .setSaleId(sale.getSaleId())
                .setSeatNumber(seat)
                .setOrganizationId(launch.getOrganizationId())
                .setIssuer(launch.getIssuer())
                .setSubject(launch.getSubject())
                .setTestId(launch.getTestId())
                .setCode(UUID.randomUUID().toString())
                .setTerm(1)
                .setTermFrom(from)
                .setTermTo(to)
                .setUsableUntil(to.isBefore(sale.getPlanTo()) ? to : sale.getPlanTo())
                .build();
    }

    private static LaunchGranted granted(Record<String, TestLaunched> record, KeyIssued key) {
        var launch = record.value();
        return LaunchGranted.newBuilder()
                .setLaunchId(launch.getLaunchId())
                .setIssuer(launch.getIssuer())
                .setSubject(key.getSubject())
                .setOrganizationId(launch.getOrganizationId())
                .setTestId(launch.getTestId())
                .setKey(GrantedKey.newBuilder()
                        .setKeyId(key.getKeyId())
                        .setCode(key.getCode())
                        .setTerm(key.getTerm())
                        .setTermFrom(key.getTermFrom())
                        .setTermTo(key.getTermTo())
                        .setUsableUntil(key.getUsableUntil())
                        .build())
                .setSaleId(key.getSaleId())
                .setSeatNumber(key.getSeatNumber())
                .setLaunchedAt(Instant.ofEpochMilli(record.timestamp()))
                .build();
    }

    private static LaunchRefused refused(TestLaunched launch, RefusalReason reason, long at) {
        return LaunchRefused.newBuilder()
                .setLaunchId(launch.getLaunchId())
                .setIssuer(launch.getIssuer())
                .setSubject(launch.getSubject())
                .setOrganizationId(launch.getOrganizationId())
                .setTestId(launch.getTestId())
                .setReason(reason)
                .setMessage("There is no seat for you.")
                .setLaunchedAt(Instant.ofEpochMilli(at))
                .build();
    }

    private record Stores(
            KeyValueStore<String, SaleApproved> plans,
            KeyValueStore<String, Integer> seatsTaken,
            KeyValueStore<String, Integer> seats,
            KeyValueStore<String, KeyIssued> keys,
            KeyValueStore<String, LaunchGranted> answers) {}
}
