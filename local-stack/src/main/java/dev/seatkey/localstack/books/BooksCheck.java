package dev.seatkey.localstack.books;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Projections;
import dev.seatkey.localstack.outside.Readers;
import dev.seatkey.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.bson.UuidRepresentation;

/**
 * Checks the books (W3): derives sales, plans, seats, keys, statuses, decisions, mails and launch answers again from the
 * topics alone, and compares them with what the workers' stores hold, both ways and field by field. It shares no code with
 * the workers but the contracts: a mistake of theirs is not made here again. It also checks what the topics alone must
 * satisfy: histories without gaps, seats without gaps and never more than were sold, one key a plan, learner and test.
 *
 * <p>Each topic is read once, from its beginning to its end; of what it tells only the state is kept, some 2 KB for a key
 * and 0.4 KB for a launch. Work that is under way is no difference: the check first waits, for a while, until the workers
 * have handled all that is in their topics, and what it finds counts only if it is found again after reading on.
 *
 * <p>Not compared is what the topics cannot tell: revisions, slices and causes beyond their times; digests of registrations
 * and used numbers; in which order decisions waited for their sale; how often a mail that waits was tried, and its text; what
 * sale-intake and the approval-worker copied of organizations and prices, which others tell; launches and decisions that are
 * older than their topics keep them.
 */
public final class BooksCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int DOCUMENTS_AT_ONCE = 2_000;
    private static final int SECONDS_TO_CONNECT = 10;

    private final BooksAddresses addresses;
    private final Duration wait;
    private final Consumer<String> progress;

    private BooksCheck(BooksAddresses addresses, Duration wait, Consumer<String> progress) {
        this.addresses = addresses;
        this.wait = wait;
        this.progress = progress;
    }

    /** A check of the books at these addresses, which waits for workers that are behind for up to 30 s. */
    public static BooksCheck of(BooksAddresses addresses) {
        return new BooksCheck(addresses, PATIENCE, word -> {});
    }

    /** The same, with another patience with workers that are behind. */
    public BooksCheck waitingFor(Duration atMost) {
        return new BooksCheck(addresses, atMost, progress);
    }

    /** The same, telling how far it is, for people. */
    public BooksCheck telling(Consumer<String> listener) {
        return new BooksCheck(addresses, wait, listener);
    }

    /**
     * Everything that differs; nothing where the books agree.
     *
     * @throws UnreachableException if topics or stores cannot be read
     */
    public List<Difference> differences() {
        return run().differences();
    }

    /**
     * Checks the books.
     *
     * @throws UnreachableException if topics or stores cannot be read
     */
    public Findings run() {
        try (var topics = new TopicReading(addresses, progress);
                var readers = new Readers(addresses.bootstrapServers());
                var store = MongoClients.create(settings())) {
            return new Run(topics, readers, store).findings();
        } catch (KafkaException e) {
            throw new UnreachableException(
                    "The topics at " + addresses.bootstrapServers() + " cannot be read: " + reason(e), e);
        } catch (MongoException e) {
            throw new UnreachableException("The stores cannot be read: " + e.getMessage(), e);
        }
    }

    private MongoClientSettings settings() {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(addresses.storeUri()))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(SECONDS_TO_CONNECT, TimeUnit.SECONDS))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build();
    }

    private static String reason(Throwable failure) {
        var cause = failure.getCause();
        return String.valueOf(cause == null || cause.getMessage() == null ? failure.getMessage() : cause.getMessage());
    }

    /** One check, under way. */
    private final class Run {
        private final TopicReading topics;
        private final Readers readers;
        private final MongoClient store;
        private final Histories histories = new Histories();

        Run(TopicReading topics, Readers readers, MongoClient store) {
            this.topics = topics;
            this.readers = readers;
            this.store = store;
        }

        Findings findings() {
            progress.accept("Reading the topics");
            topics.readOn(histories::tell);
            progress.accept(String.format(Locale.ROOT, "%,d records", topics.records()));
            var behind = awaitHandled();
            var first = look(behind);
            if (first.differences().isEmpty()) {
                return first;
            }
            progress.accept(first.differences().size() + " differences; looking again");
            var again = look(behind.isEmpty() ? awaitHandled() : behind);
            var lasting = new ArrayList<>(again.differences());
            lasting.retainAll(new HashSet<>(first.differences()));
            return new Findings(again.compared(), topics.records(), lasting, again.behind());
        }

        /** Waits until the workers have handled what was read, and tells who has not. */
        private List<String> awaitHandled() {
            var deadline = System.nanoTime() + wait.toNanos();
            var behind = readers.behind(topics.last());
            if (!behind.isEmpty()) {
                progress.accept("Waiting for workers that are behind");
            }
            while (!behind.isEmpty() && System.nanoTime() < deadline) {
                LockSupport.parkNanos(PAUSE.toNanos());
                behind = readers.behind(topics.last());
            }
            return behind;
        }

        private Findings look(List<String> behind) {
            topics.readOn(histories::tell);
            var compared = new ArrayList<Findings.Compared>();
            var differences = new ArrayList<Difference>();
            accounts().forEach(account -> compare(account, compared, differences));
            differences.addAll(
                    TopicsAlone.contradictions(histories, topics.isCut(Topics.LAUNCH_RESULTS), topics.dead()));
            return new Findings(compared, topics.records(), differences, behind);
        }

        private Stream<Account<?>> accounts() {
            var sales = histories.sales();
            var decisionsAreCut = topics.isCut(Topics.APPROVAL_DECISIONS);
            var answersAreCut = topics.isCut(Topics.LAUNCH_RESULTS);
            return Stream.of(
                    new SalesAccount(sales),
                    new ApprovalsAccount(sales, topics.dead(), decisionsAreCut),
                    new PlansAccount(sales),
                    new SeatsAccount(sales),
                    new KeysAccount(histories.keys(), sales),
                    new LaunchesAccount(histories.launches(), sales, answersAreCut, Instant.now()),
                    new MailsAccount(histories.mails()));
        }

        private <K> void compare(Account<K> account, List<Findings.Compared> compared, List<Difference> differences) {
            progress.accept("Comparing " + account.place());
            var comparison = new Comparison<>(account);
            store.getDatabase(addresses.databasePrefix() + account.service())
                    .getCollection(account.collection())
                    .find()
                    .projection(Projections.exclude(account.ignored()))
                    .batchSize(DOCUMENTS_AT_ONCE)
                    .forEach(document -> comparison.compare(new Stored(document)));
            compared.add(comparison.compared());
            differences.addAll(comparison.differences());
        }
    }
}
