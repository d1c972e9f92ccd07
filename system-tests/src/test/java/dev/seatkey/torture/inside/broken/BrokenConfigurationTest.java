package dev.seatkey.torture.inside.broken;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.model.Indexes;
import dev.seatkey.contract.CommandRefused;
import dev.seatkey.contract.KeyRenewed;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.messaging.BatchHandler;
import dev.seatkey.messaging.LostRace;
import dev.seatkey.messaging.Message;
import dev.seatkey.messaging.Publication;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.batch.Checkpoint;
import dev.seatkey.messaging.batch.Step;
import dev.seatkey.messaging.due.DueItem;
import dev.seatkey.messaging.due.DueWork;
import dev.seatkey.messaging.store.StoreIndex;
import dev.seatkey.messaging.store.StoreIndexes;
import dev.seatkey.schemas.Topics;
import dev.seatkey.torture.inside.BrokenVariant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

@DisplayName("A worker that is broken on purpose")
class BrokenConfigurationTest {
    private static final List<Message> A_MESSAGE = List.of(new Message(Sample.saleOf(3), "sale", Sample.CAUSE));

    @Test
    void isNotBrokenUnlessAsked() {
        var probe = Probe.publishing(someRenewals(1)).subscribed();

        assertThat(beans(Map.of(), probe).getBean(Subscription.class)).isSameAs(probe);
    }

    @Test
    void saysWhatThereIsWhenAskedForAnotherVariant() {
        assertThatThrownBy(() -> BrokenVariant.named("sleeps")).hasMessageContaining("sweep-forgets");
    }

    @Test
    void freshEventIds() {
        var handler = handler(BrokenVariant.FRESH_EVENT_IDS, Probe.publishing(someRenewals(1)));

        assertThat(Stream.of(decide(handler), decide(handler), someRenewals(1))
                        .map(each -> each.get(0).id())
                        .distinct())
                .hasSize(3);
    }

    @Test
    void sendsInReverse() {
        var renewals = someRenewals(3);
        var handler = handler(BrokenVariant.SENDS_IN_REVERSE, Probe.publishing(renewals));

        assertThat(decide(handler)).containsExactly(renewals.get(2), renewals.get(1), renewals.get(0));
    }

    @Test
    @DisplayName("counts-on: one too far for some events, always the same ones")
    void countsOn() {
        var handler = handler(BrokenVariant.COUNTS_ON, Probe.publishing(someRenewals(100)));

        assertThat(positions(decide(handler))).containsOnly(2, 3).contains(2, 3);
        var again = handler(BrokenVariant.COUNTS_ON, Probe.publishing(someRenewals(100)));
        assertThat(positions(decide(again))).containsOnly(2, 3).contains(2, 3);
    }

    @Test
    @DisplayName("renews-late: the next term begins now, and lasts as long")
    void renewsLate() {
        var handler = handler(BrokenVariant.RENEWS_LATE, Probe.publishing(someRenewals(1)));

        assertThat(decide(handler))
                .singleElement()
                .extracting(Publication::body)
                .isInstanceOfSatisfying(KeyRenewed.class, renewed -> {
                    assertThat(renewed.getTermFrom()).isEqualTo(Sample.NOW);
                    assertThat(renewed.getTermTo()).isEqualTo(Sample.NOW.plus(Duration.ofDays(180)));
                });
    }

    @Test
    @DisplayName("last-word-counts: a decision that came too late settles its sale once more")
    void lastWordCounts() {
        var approved = Sample.approvalOf("sale");
        var handler = handler(
                BrokenVariant.LAST_WORD_COUNTS,
                Probe.publishing(List.of(
                        approved,
                        Sample.refusalOf("sale", "ALREADY_DECIDED"),
                        Sample.refusalOf("sale", "SAME_PERSON"))));

        var told = decide(handler);
        assertThat(told.get(0)).isEqualTo(approved);
        assertThat(told.get(1).body()).isInstanceOf(SaleDeclined.class);
        assertThat(told.get(2).body()).isInstanceOf(CommandRefused.class);
        assertThat(decide(handler)).isEqualTo(told);
    }

    @Test
    @DisplayName("sweep-forgets: some keys for good, no plan")
    void sweepForgets() {
        DueWork all = (now, slices, limit) -> IntStream.range(0, 100)
                .boxed()
                .flatMap(number -> Stream.of(
                        new DueItem("renew-key", "key-" + number, now, 0),
                        new DueItem("turn-plan", "plan-" + number, now, 0)))
                .toList();
        var due = Subscription.toDue(Topics.KEY_WORKER, Topics.KEY_WORKER_DUE, Probe.publishing(List.of()), all);
        var work = requireNonNull(broken(BrokenVariant.SWEEP_FORGETS, due)
                .getBean(Subscription.class)
                .dueWork());

        var found = work.dueAt(Sample.NOW, List.of(0), 200);
        assertThat(found).filteredOn(item -> item.work().equals("turn-plan")).hasSize(100);
        assertThat(found).filteredOn(item -> item.work().equals("renew-key")).hasSizeBetween(50, 90);
        assertThat(work.dueAt(Sample.NOW, List.of(0), 200)).isEqualTo(found);
    }

    @Test
    void oversells() {
        var handler = handler(BrokenVariant.OVERSELLS, Probe.publishing(List.of()));

        assertThat(handler.translate(A_MESSAGE.get(0)))
                .isInstanceOfSatisfying(Message.class, message -> assertThat(message.body())
                        .isInstanceOfSatisfying(SaleRegistered.class, event -> assertThat(
                                        event.getSale().getNumberOfUsers())
                                .isEqualTo(4)));
    }

    @Test
    void noUniqueIndexes() {
        var indexes = new StoreIndexes(List.of(
                StoreIndex.unique("seats", Indexes.ascending("number"), "one learner for a seat"),
                StoreIndex.forQuery("keys", Indexes.ascending("dueAt"), "keys to renew")));

        assertThat(broken(BrokenVariant.NO_UNIQUE_INDEXES, indexes)
                        .getBean(StoreIndexes.class)
                        .all())
                .hasSize(2)
                .noneMatch(index -> index.options().isUnique());
    }

    @Test
    void outagesAreBugs() {
        var handler = handler(BrokenVariant.OUTAGES_ARE_BUGS, Probe.reading(() -> {
            throw new MongoTimeoutException("no server");
        }));

        assertThatThrownBy(() -> handler.read(A_MESSAGE))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasNoCause();
    }

    @Test
    @DisplayName("outages-are-bugs: a lost race is still one")
    void outagesAreBugsLeavesRacesAlone() {
        var handler = handler(BrokenVariant.OUTAGES_ARE_BUGS, Probe.writing(() -> {
            throw new LostRace("somebody was faster");
        }));

        assertThatThrownBy(() -> handler.write("changes")).isInstanceOf(LostRace.class);
    }

    @Test
    @DisplayName("tells-before-keeping: writes after the commit, and never where the process ends there")
    void tellsBeforeKeeping() {
        var written = new AtomicInteger();
        List<Step> passed = new ArrayList<>();
        Checkpoint others = passed::add;
        var context = broken(
                BrokenVariant.TELLS_BEFORE_KEEPING,
                Probe.writing(written::incrementAndGet).subscribedAs("launches"),
                others);
        var handler = uncheckedHandler(context.getBean(Subscription.class));
        var checkpoint = context.getBean(Checkpoint.class);

        // given a batch that was aborted after its write
        checkpoint.passed(Step.POLLED);
        handler.write("changes");

        // when it is handled again
        checkpoint.passed(Step.POLLED);
        handler.write("changes");
        checkpoint.passed(Step.SENT);
        assertThat(written).hasValue(0);
        checkpoint.passed(Step.COMMITTED);

        // then it is written once, after all else
        assertThat(written).hasValue(1);
        assertThat(passed).containsExactly(Step.POLLED, Step.POLLED, Step.SENT, Step.COMMITTED);
    }

    @Test
    @DisplayName("tells-before-keeping: a process doesn't end where nothing is left to keep")
    void tellsBeforeKeepingSparesIdleBatches() {
        List<Step> passed = new ArrayList<>();
        Checkpoint others = passed::add;
        var checkpoint = broken(BrokenVariant.TELLS_BEFORE_KEEPING, others).getBean(Checkpoint.class);

        checkpoint.passed(Step.POLLED);
        checkpoint.passed(Step.SENT);
        checkpoint.passed(Step.COMMITTED);

        assertThat(passed).containsExactly(Step.POLLED, Step.SENT);
    }

    @Test
    void swallowsBroken() {
        var partition = new TopicPartition("sale-commands", 0);
        var fine = new ConsumerRecord<>("sale-commands", 0, 0L, new byte[0], new byte[] {0, 0, 0, 0, 1, 9});
        var broken = new ConsumerRecord<>("sale-commands", 0, 1L, new byte[0], "no Avro".getBytes());
        var polled = new ConsumerRecords<>(Map.of(partition, List.of(fine, broken)), Map.of());

        assertThat(new SwallowsBroken.Filter().onConsume(polled)).containsExactly(fine);
    }

    @Test
    @DisplayName("pays-no-heed-to-zombies: offsets are sent in the name of the group only")
    void paysNoHeedToZombies() {
        var factory = new DefaultKafkaProducerFactory<>(Map.of(), new ByteArraySerializer(), new ByteArraySerializer());
        broken(BrokenVariant.PAYS_NO_HEED_TO_ZOMBIES, factory);
        var sentAs = new AtomicReference<Object>();
        Producer<byte[], byte[]> real = ProducerCalls.answeredBy((proxy, method, arguments) -> {
            sentAs.set(arguments[1]);
            return null;
        });

        factory.getPostProcessors()
                .get(0)
                .apply(real)
                .sendOffsetsToTransaction(
                        Map.of(), new ConsumerGroupMetadata("group", 7, "member", Optional.of("instance")));

        assertThat(sentAs).hasValue(new ConsumerGroupMetadata("group"));
    }

    private static List<Publication> someRenewals(int number) {
        return IntStream.range(0, number)
                .mapToObj(each -> Sample.renewalOf(new UUID(7, each)))
                .toList();
    }

    private static List<Integer> positions(List<Publication> publications) {
        return publications.stream()
                .map(each -> ((KeyRenewed) each.body()).getPosition())
                .toList();
    }

    private static List<Publication> decide(BatchHandler<Message, Object, Object> handler) {
        return handler.decide(A_MESSAGE, handler.read(A_MESSAGE)).publications();
    }

    private static BatchHandler<Message, Object, Object> handler(BrokenVariant variant, Probe probe) {
        return uncheckedHandler(broken(variant, probe.subscribed()).getBean(Subscription.class));
    }

    @SuppressWarnings("unchecked") // Every handler here stands around a Probe.
    private static BatchHandler<Message, Object, Object> uncheckedHandler(Subscription subscription) {
        return (BatchHandler<Message, Object, Object>) subscription.handler();
    }

    private static AnnotationConfigApplicationContext broken(BrokenVariant variant, Object... beans) {
        return beans(Map.of("seatkey.torture.broken", variant.title()), beans);
    }

    @SuppressWarnings("unchecked") // A bean of its own class.
    private static AnnotationConfigApplicationContext beans(Map<String, Object> properties, Object... beans) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        context.register(BrokenConfiguration.class);
        for (var bean : beans) {
            context.registerBean((Class<Object>) bean.getClass(), () -> bean);
        }
        context.refresh();
        return context;
    }
}
