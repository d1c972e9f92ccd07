package dev.seatkey.keys;

import static dev.seatkey.keys.samples.SampleLaunch.aLaunch;
import static dev.seatkey.keys.samples.SampleSale.aSale;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import dev.seatkey.contract.WorkDue;
import dev.seatkey.keys.issuing.Learner;
import dev.seatkey.keys.issuing.TestKey;
import dev.seatkey.keys.samples.SampleLaunch;
import dev.seatkey.keys.samples.SampleSale;
import dev.seatkey.localstack.components.Components;
import dev.seatkey.localstack.components.DocumentStore;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.batch.AvroFormat;
import dev.seatkey.messaging.due.DueWork;
import dev.seatkey.messaging.testkit.CrashKit;
import dev.seatkey.messaging.testkit.Records;
import dev.seatkey.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Asks a store with real indexes how it runs each query that the handlers make. The embedded one cannot explain. */
@DisabledIfEnvironmentVariable(named = DocumentStore.SETTING, matches = "embedded")
@EnabledIfEnvironmentVariable(named = DocumentStore.SETTING, matches = ".+")
class IndexUseIT {
    private static final AvroFormat FORMAT = new AvroFormat(
            Map.of("schema.registry.url", Components.shared().registry().url()));
    private static final SampleSale SALE = aSale("sale").seats(3_000);
    private static final Set<String> OWN = Set.of("find", "filter", "sort", "limit", "projection", "update", "updates");

    @Test
    @DisplayName("Every query of the key worker goes by an index")
    void everyQueryGoesByAnIndex() {
        Queries queries = new Queries();
        try (OnOneStore store = new OnOneStore(queries)) {
            MongoDatabase database = store.emptyDatabase();
            fill(database);
            queries.all.clear();

            handleOneOfEach(database);

            List<BsonDocument> asked = List.copyOf(queries.all);
            assertThat(asked)
                    .extracting(IndexUseIT::shape)
                    .contains(
                            "find launches [_id]",
                            "find plans [organizationId, planTo]",
                            "find plans [_id]",
                            "find seats [_id]",
                            "find seats [saleId, number]",
                            "find seats [$or]",
                            "find keys [_id]",
                            "find keys [slice, dueAt]",
                            "find plans [slice, dueAt]",
                            "update keys [_id, position]",
                            "update plans [_id, revision]",
                            "update plans [_id]");
            assertThat(asked).allSatisfy(query -> assertThat(stagesOf(database, query))
                    .as(query.toJson())
                    .doesNotContain("COLLSCAN")
                    .containsAnyOf("IXSCAN", "IDHACK", "EXPRESS_IXSCAN", "CLUSTERED_IXSCAN"));
        }
    }

    private static void fill(MongoDatabase database) {
        Records sales = new Records(FORMAT);
        IntStream.range(0, 2_000).forEach(n -> {
            SampleSale other = aSale("sale-" + n).to("customer-" + n);
            sales.add(Topics.SALE_EVENTS, other.saleId(), SALE.from(), other.approved(SALE.from()));
        });
        sales.add(Topics.SALE_EVENTS, "sale", SALE.from(), SALE.approved(SALE.from()));
        run("sales", database, sales);
        Records launches = new Records(FORMAT);
        IntStream.range(0, 2_000).forEach(n -> add(launches, 0, aLaunch("l" + n).by("learner-" + n)));
        run("launches", database, launches);
    }

    private static void handleOneOfEach(MongoDatabase database) {
        // Another process noted fewer seats than there are: the next one is refused, and the highest number is looked
        // up.
        database.getCollection("plans")
                .updateOne(new BsonDocument("_id", new BsonString("sale")), Updates.set("seatsTaken", 5));
        Records launches = new Records(FORMAT);
        add(launches, 1, aLaunch("new").by("newcomer"));
        run("launches", database, launches);
        Records again = new Records(FORMAT);
        add(again, 1, aLaunch("new").by("newcomer"));
        run("launches", database, again);
        // At a time when little is due: where all is due, reading all is right.
        DueWork due = Objects.requireNonNull(subscription("due", database).dueWork());
        due.dueAt(SALE.from(), IntStream.range(0, 60).boxed().toList(), 10_000);
        String key = TestKey.idOf("sale", new Learner(SampleLaunch.ISSUER, "newcomer"), "algebra")
                .toString();
        Records work = new Records(FORMAT);
        work.add(Topics.KEY_WORKER_DUE, key, SALE.to(), new WorkDue("renew-key", key, SALE.to()));
        work.add(Topics.KEY_WORKER_DUE, "sale", SALE.to(), new WorkDue("turn-plan", "sale", SALE.to()));
        run("due", database, work);
    }

    private static void add(Records records, int partition, SampleLaunch launch) {
        records.add(
                Topics.TEST_LAUNCHES,
                partition,
                launch.key(),
                SALE.from().plus(Duration.ofHours(1)),
                launch.launched());
    }

    private static void run(String name, MongoDatabase database, Records records) {
        new CrashKit(FORMAT, () -> database, any -> subscription(name, any)).runOn(database, records.all());
    }

    private static Subscription subscription(String name, MongoDatabase database) {
        return OnOneStore.subscription(name, database);
    }

    private static String shape(BsonDocument query) {
        if (query.containsKey("find")) {
            return "find " + query.getString("find").getValue() + " "
                    + query.getDocument("filter").keySet();
        }
        BsonDocument first = query.getArray("updates").get(0).asDocument();
        return "update " + query.getString("update").getValue() + " "
                + first.getDocument("q").keySet();
    }

    private static Set<String> stagesOf(MongoDatabase database, BsonDocument query) {
        BsonDocument explained = database.runCommand(
                new BsonDocument("explain", query).append("verbosity", new BsonString("queryPlanner")),
                BsonDocument.class);
        Set<String> stages = new TreeSet<>();
        collectStages(explained.getDocument("queryPlanner").getDocument("winningPlan"), stages);
        return stages;
    }

    private static void collectStages(BsonValue plan, Set<String> stages) {
        if (plan instanceof BsonDocument document) {
            if (document.containsKey("stage")) {
                stages.add(document.getString("stage").getValue());
            }
            document.values().forEach(part -> collectStages(part, stages));
        } else if (plan instanceof BsonArray parts) {
            parts.forEach(part -> collectStages(part, stages));
        }
    }

    /** Every query that a client makes. */
    private static final class Queries implements CommandListener {
        private final List<BsonDocument> all = new CopyOnWriteArrayList<>();

        @Override
        public void commandStarted(CommandStartedEvent event) {
            BsonDocument command = event.getCommand().clone();
            if (event.getCommandName().equals("find")) {
                all.add(own(command));
            } else if (event.getCommandName().equals("aggregate")) {
                all.add(whatItMatches(command));
            } else if (event.getCommandName().equals("update")) {
                BsonArray first = new BsonArray(
                        new ArrayList<>(List.of(command.getArray("updates").get(0))));
                all.add(own(command).append("updates", first));
            }
        }

        private static BsonDocument whatItMatches(BsonDocument aggregate) {
            BsonDocument first = aggregate.getArray("pipeline").get(0).asDocument();
            return new BsonDocument("find", aggregate.get("aggregate")).append("filter", first.get("$match"));
        }

        private static BsonDocument own(BsonDocument command) {
            BsonDocument own = new BsonDocument();
            command.forEach((name, value) -> {
                if (OWN.contains(name)) {
                    own.append(name, value);
                }
            });
            return own;
        }
    }
}
