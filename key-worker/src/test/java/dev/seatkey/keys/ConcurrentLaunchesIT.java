package dev.seatkey.keys;

import static dev.seatkey.keys.samples.SampleLaunch.aLaunch;
import static dev.seatkey.keys.samples.SampleSale.aSale;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import dev.seatkey.keys.samples.SampleLaunch;
import dev.seatkey.keys.samples.SampleSale;
import dev.seatkey.localstack.components.Components;
import dev.seatkey.messaging.PassingFault;
import dev.seatkey.messaging.batch.AvroFormat;
import dev.seatkey.messaging.testkit.CrashKit;
import dev.seatkey.messaging.testkit.Records;
import dev.seatkey.messaging.testkit.SentRecord;
import dev.seatkey.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;

/** Processes of their own, as many as there are partitions, on one store at the same time. */
class ConcurrentLaunchesIT {
    private static final OnOneStore STORE = new OnOneStore();
    private static final AvroFormat FORMAT = new AvroFormat(
            Map.of("schema.registry.url", Components.shared().registry().url()));
    private static final SampleSale SALE = aSale("sale").seats(17);
    private static final int PROCESSES = 4;
    private static final int BATCHES = 6;
    private static final int BATCH = 5;
    private static final int ALL = PROCESSES * BATCHES * BATCH;

    private final MongoDatabase database = approved(STORE.emptyDatabase());

    @AfterAll
    static void stop() {
        STORE.close();
    }

    @RepeatedTest(5)
    @DisplayName("K3: learners side by side get every seat that there is, once, and no other")
    void everySeatIsTakenOnce() throws Exception {
        List<SentRecord> sent =
                launch((partition, n) -> aLaunch(partition + "/" + n).by("learner-" + partition + "/" + n));

        assertThat(ofType(sent, "LaunchGranted")).hasSize(17);
        assertThat(ofType(sent, "LaunchRefused")).hasSize(ALL - 17);
        assertThat(numbers()).isEqualTo(IntStream.rangeClosed(1, 17).boxed().toList());
        assertThat(ofType(sent, "SeatTaken"))
                .extracting(SentRecord::body)
                .doesNotHaveDuplicates()
                .hasSize(17);
        assertThat(ofType(sent, "KeyIssued")).hasSize(17);
    }

    @RepeatedTest(5)
    @DisplayName("K3, K4: the same learners everywhere at once have one seat and one key each")
    void theSameLearnersEverywhereHaveOneSeatEach() throws Exception {
        List<SentRecord> sent =
                launch((partition, n) -> aLaunch(partition + "/" + n).by("learner-" + n % 10));

        assertThat(ofType(sent, "LaunchGranted")).hasSize(ALL);
        assertThat(numbers()).isEqualTo(IntStream.rangeClosed(1, 10).boxed().toList());
        assertThat(ofType(sent, "SeatTaken")).hasSize(10);
        assertThat(ofType(sent, "KeyIssued")).hasSize(10);
    }

    @RepeatedTest(5)
    @DisplayName("K1: the same launches everywhere at once have one answer each")
    void theSameLaunchesEverywhereHaveOneAnswerEach() throws Exception {
        List<SentRecord> sent = launch((partition, n) -> aLaunch("l" + n).by("learner-" + n));

        List<SentRecord> answers = new ArrayList<>(ofType(sent, "LaunchGranted"));
        answers.addAll(ofType(sent, "LaunchRefused"));
        assertThat(answers).hasSize(ALL);
        assertThat(answers.stream().distinct()).hasSize(ALL / PROCESSES);
        assertThat(ofType(sent, "SeatTaken")).hasSize(17);
    }

    private List<SentRecord> launch(BiFunction<Integer, Integer, SampleLaunch> launches)
            throws InterruptedException, ExecutionException {
        ExecutorService processes = Executors.newFixedThreadPool(PROCESSES);
        try {
            List<Callable<List<SentRecord>>> work = IntStream.range(0, PROCESSES)
                    .<Callable<List<SentRecord>>>mapToObj(partition -> () -> process(partition, launches))
                    .toList();
            List<SentRecord> sent = new ArrayList<>();
            for (Future<List<SentRecord>> done : processes.invokeAll(work)) {
                sent.addAll(done.get());
            }
            return sent;
        } finally {
            processes.shutdown();
        }
    }

    private List<SentRecord> process(int partition, BiFunction<Integer, Integer, SampleLaunch> launches) {
        Records records = new Records(FORMAT);
        IntStream.range(0, BATCHES * BATCH).forEach(n -> {
            SampleLaunch launch = launches.apply(partition, n);
            records.add(Topics.TEST_LAUNCHES, partition, launch.key(), SALE.from(), launch.launched());
        });
        List<SentRecord> sent = new ArrayList<>();
        for (int batch = 0; batch < BATCHES; batch++) {
            sent.addAll(handled(records.all().subList(batch * BATCH, (batch + 1) * BATCH)));
        }
        return sent;
    }

    private List<SentRecord> handled(List<ConsumerRecord<byte[], byte[]>> batch) {
        while (true) {
            try {
                return kit("launches").runOn(database, batch);
            } catch (PassingFault tooManyRaces) {
                assertThat(tooManyRaces).hasMessageContaining("races");
            }
        }
    }

    private List<Integer> numbers() {
        return database
                .getCollection("seats")
                .find()
                .map(seat -> seat.getInteger("number"))
                .into(new ArrayList<>())
                .stream()
                .sorted()
                .toList();
    }

    private static List<SentRecord> ofType(List<SentRecord> sent, String type) {
        return sent.stream().filter(record -> record.type().equals(type)).toList();
    }

    private static MongoDatabase approved(MongoDatabase database) {
        kit("sales")
                .runOn(
                        database,
                        new Records(FORMAT)
                                .add(Topics.SALE_EVENTS, "sale", SALE.from(), SALE.approved(SALE.from()))
                                .all());
        return database;
    }

    private static CrashKit kit(String name) {
        return new CrashKit(FORMAT, STORE::emptyDatabase, database -> OnOneStore.subscription(name, database));
    }
}
