package dev.seatkey.keys;

import static dev.seatkey.keys.samples.SampleSale.aSale;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import dev.seatkey.contract.KeyClosed;
import dev.seatkey.contract.KeyIssued;
import dev.seatkey.contract.KeyRenewed;
import dev.seatkey.contract.LaunchGranted;
import dev.seatkey.contract.LaunchRefused;
import dev.seatkey.contract.PlanActivated;
import dev.seatkey.contract.PlanEnded;
import dev.seatkey.contract.SeatTaken;
import dev.seatkey.keys.samples.SampleLaunch;
import dev.seatkey.keys.samples.SampleSale;
import dev.seatkey.schemas.Topic;
import dev.seatkey.schemas.Topics;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** An organization of a test's own with one sale: what is sent about it and its learners, and what the worker says. */
final class Customer {
    private final RunningKeyWorker worker;
    private final String id = "customer-" + UUID.randomUUID();
    private final SampleSale sale;

    Customer(RunningKeyWorker worker, int seats) {
        this.worker = worker;
        this.sale = aSale("sale-" + UUID.randomUUID()).to(id).seats(seats);
    }

    SampleSale sale() {
        return sale;
    }

    /** Registers and approves the sale, on the plan's first day. */
    void buys() {
        tell(sale.from(), sale.registered());
        tell(sale.from(), sale.approved(sale.from()));
        await().until(() -> activated().size() == 1);
    }

    /** Sends news of the sale and waits until there is a plan. */
    void hears(Instant at, SpecificRecord news) {
        tell(at, news);
        await().until(() ->
                worker.database().getCollection("plans").countDocuments(Filters.eq("_id", sale.saleId())) == 1);
    }

    private void tell(Instant at, SpecificRecord news) {
        worker.send(Topics.SALE_EVENTS, sale.saleId(), at, news);
    }

    void launches(Instant at, SampleLaunch launch) {
        SampleLaunch own = own(launch);
        worker.send(Topics.TEST_LAUNCHES, own.key(), at, own.launched());
    }

    void launchesOn(int partition, Instant at, SampleLaunch launch) {
        SampleLaunch own = own(launch);
        worker.sendTo(partition, Topics.TEST_LAUNCHES, own.key(), at, own.launched());
    }

    private SampleLaunch own(SampleLaunch launch) {
        return launch.from(id).named(id + launch.launchId());
    }

    List<PlanActivated> activated() {
        return ofSale(Topics.PLAN_EVENTS, PlanActivated.class, PlanActivated::getSaleId);
    }

    List<PlanEnded> ended() {
        return ofSale(Topics.PLAN_EVENTS, PlanEnded.class, PlanEnded::getSaleId);
    }

    List<SeatTaken> seats() {
        return ofSale(Topics.PLAN_EVENTS, SeatTaken.class, SeatTaken::getSaleId);
    }

    List<KeyIssued> issued() {
        return ofSale(Topics.KEY_EVENTS, KeyIssued.class, KeyIssued::getSaleId);
    }

    List<KeyRenewed> renewed() {
        return ofSale(Topics.KEY_EVENTS, KeyRenewed.class, KeyRenewed::getSaleId);
    }

    List<KeyClosed> closed() {
        return ofSale(Topics.KEY_EVENTS, KeyClosed.class, KeyClosed::getSaleId);
    }

    List<LaunchGranted> granted() {
        return ofSale(Topics.LAUNCH_RESULTS, LaunchGranted.class, LaunchGranted::getSaleId);
    }

    List<LaunchRefused> refused() {
        return worker.all(Topics.LAUNCH_RESULTS, LaunchRefused.class).stream()
                .filter(answer -> answer.getOrganizationId().equals(id))
                .toList();
    }

    /** Waits until so many launches are answered. */
    void isAnswered(int launches) {
        await().until(() -> granted().size() + refused().size() >= launches);
    }

    private <T extends SpecificRecord> List<T> ofSale(Topic topic, Class<T> type, Function<T, String> saleId) {
        return worker.all(topic, type).stream()
                .filter(event -> sale.saleId().equals(saleId.apply(event)))
                .toList();
    }
}
