package dev.seatkey.torture;

import dev.seatkey.schemas.Topic;
import dev.seatkey.schemas.Topics;
import dev.seatkey.torture.faults.Fault;
import dev.seatkey.torture.faults.FaultPlan;
import dev.seatkey.torture.faults.StoreProcess;
import dev.seatkey.torture.load.Load;
import dev.seatkey.torture.load.Market;
import dev.seatkey.torture.pace.Moment;
import dev.seatkey.torture.pace.Quiet;
import dev.seatkey.torture.promises.DecisionsAnswered;
import dev.seatkey.torture.promises.HistoriesGapless;
import dev.seatkey.torture.promises.LaunchesAnswered;
import dev.seatkey.torture.promises.MailsOnce;
import dev.seatkey.torture.promises.NothingDoubled;
import dev.seatkey.torture.promises.OnlyBrokenInDeadLetters;
import dev.seatkey.torture.promises.OrderKept;
import dev.seatkey.torture.promises.Promise;
import dev.seatkey.torture.promises.RegistrationsAnswered;
import dev.seatkey.torture.promises.SeatsWithinSold;
import dev.seatkey.torture.promises.StoresAgree;
import dev.seatkey.torture.promises.TermsComplete;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run: eras of load and faults, with a jump of the clock between them. At the end of each era everything that is owed must
 * have come; at the end of the run every promise is judged.
 */
final class Torture implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Torture.class);
    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final Duration PATIENCE_WITH_A_MISTAKE = Duration.ofSeconds(40);
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(90);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final int LAUNCHES_TO_MEASURE_BY = 3_000;
    private static final int SALES_TO_MEASURE_BY = 20;
    private static final int OFTEN_ENOUGH = 4;
    private static final double SHARE_OF_CAPACITY = 0.5;
    private static final double LEAST_RATE = 100;
    private static final List<String> REPLAYED =
            List.of(Topics.KEY_WORKER, Topics.SALE_INTAKE, Topics.NOTIFIER, Topics.APPROVAL_WORKER);

    private final Scale scale;
    private final Report report;
    private final Arena arena;
    private final Recovery recovery = new Recovery();
    private final Load load;
    private final Witness witness;
    private final Optional<StoreProcess> storeProcess;
    private final List<Fault> faults;
    private final Points points = new Points();
    private final List<String> shortcomings = new ArrayList<>();
    private final Duration patience;
    private double rate;

    Torture(Scale scale, Arena arena, Optional<StoreProcess> storeProcess, Report report) {
        this.scale = scale;
        this.arena = arena;
        this.storeProcess = storeProcess;
        this.report = report;
        var broker = arena.direct().broker();
        var registry = arena.direct().registry();
        this.faults = scale.broken() == null
                ? FaultPlan.draw(scale.kills(), new Random(scale.seed()), scale.instances(), storeProcess.isPresent())
                : FaultPlan.thatExpose(scale.broken());
        this.patience = scale.broken() == null ? PATIENCE : PATIENCE_WITH_A_MISTAKE;
        this.load = new Load(broker, registry, arena.clock(), new Market(new Random(scale.seed() + 1)));
        this.witness = new Witness(broker, registry, promises(), recovery);
    }

    private List<Promise> promises() {
        return List.of(
                new RegistrationsAnswered(),
                new DecisionsAnswered(Market.APPROVER),
                new LaunchesAnswered(),
                new NothingDoubled(),
                new SeatsWithinSold(),
                new TermsComplete(arena.clock()),
                new HistoriesGapless(),
                new OrderKept(),
                new OnlyBrokenInDeadLetters(),
                new MailsOnce(arena::mailsReceived),
                new StoresAgree(() -> Books.differences(arena.direct())));
    }

    /** Attacks, and judges. */
    List<Verdict> run() {
        load.open();
        measureCapacity();
        for (var era = 0; era < scale.eras() && shortcomings.isEmpty(); era++) {
            attack(era);
            settle("era " + (era + 1));
            if (shortcomings.isEmpty()) {
                replay(era);
                arena.clock().moveAhead(Duration.ofDays(scale.daysOfAnEra()));
                witness.timeIs(arena.clock().instant());
            }
        }
        if (shortcomings.isEmpty()) {
            settle("the end");
        }
        return judge();
    }

    /** The rate at which everything is answered that is sent as fast as can be; the first batch, which warms up, doesn't count. */
    private void measureCapacity() {
        timeToAnswer();
        var took = timeToAnswer();
        var capacity = LAUNCHES_TO_MEASURE_BY / (took.toNanos() / 1e9);
        rate = Math.max(LEAST_RATE, capacity * SHARE_OF_CAPACITY);
        report.capacity(capacity, rate);
    }

    private Duration timeToAnswer() {
        var from = System.nanoTime();
        load.send(SALES_TO_MEASURE_BY, LAUNCHES_TO_MEASURE_BY);
        var answered = Moment.comes(
                patience,
                BETWEEN_LOOKS,
                () -> isAllSeen() && !witness.outstanding().containsKey("launches-answered"));
        if (!answered) {
            shortcomings.add("not all was answered before anything was broken; owed: " + witness.outstanding());
        }
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private void attack(int era) {
        var from = faults.size() * era / scale.eras();
        var to = faults.size() * (era + 1) / scale.eras();
        for (var number = from; number < to && shortcomings.isEmpty(); number++) {
            strike(era, number);
        }
    }

    /** Load flows before the blow, while it lasts, and until every partition answers again. */
    private void strike(int era, int number) {
        var fault = faults.get(number);
        recovery.forget();
        var flow = load.flow(portionOf(scale.sales(), number), portionOf(scale.launches(), number), rate);
        var asNamed = struckAsNamed(fault);
        fault.point().ifPresent(point -> points.struck(point, asNamed));
        if (fault.stopsLaunches() && !Moment.comes(LONGEST_RECOVERY, BETWEEN_LOOKS, recovery::isFlowing)) {
            shortcomings.add(
                    "launches did not flow again within " + LONGEST_RECOVERY.toSeconds() + " s after: " + fault.name());
        }
        flow.end();
        var took = fault.stopsLaunches() ? recovery.took() : Optional.<Duration>empty();
        report.struck(number + 1, faults.size(), era + 1, fault, asNamed, took, recovery.answers());
    }

    /** A fault that fails itself, such as a command that starts no store, leaves a run that proves nothing. */
    private boolean struckAsNamed(Fault fault) {
        try {
            return fault.strike(arena.victims(storeProcess, recovery::faultNow));
        } catch (RuntimeException unable) {
            LOG.warn("{} failed", fault.name(), unable);
            shortcomings.add(fault.name() + " could not be carried out: " + unable.getMessage());
            return false;
        }
    }

    private int portionOf(int all, int number) {
        return (int) ((long) all * (number + 1) / faults.size() - (long) all * number / faults.size());
    }

    /** Heals everything and waits until nothing is owed and nothing more comes. */
    private void settle(String what) {
        var from = System.nanoTime();
        arena.heal();
        var quiet = new Quiet(QUIET);
        var settled = Moment.comes(patience, BETWEEN_LOOKS, () -> {
            report.waiting(what, witness.outstanding());
            return isAllSeen() && witness.outstanding().isEmpty() && quiet.since(witness.seen());
        });
        if (!settled) {
            shortcomings.add(what + " did not come to rest within " + patience.toSeconds() + " s; owed: "
                    + witness.outstanding() + (isAllSeen() ? "" : ", and not all that was sent was seen"));
        }
        report.settled(what, settled, witness.outstanding(), Duration.ofNanos(System.nanoTime() - from));
    }

    private boolean isAllSeen() {
        return Topics.all().stream()
                .map(Topic::name)
                .allMatch(topic -> witness.seen(topic) >= load.acknowledged(topic));
    }

    private void replay(int era) {
        if (era < REPLAYED.size() && era < scale.eras() - 1) {
            var worker = REPLAYED.get(era);
            new Replay(arena.direct().broker(), arena.fleet()).of(worker, () -> witness.replayed(worker));
            report.replayed(worker);
        }
    }

    private List<Verdict> judge() {
        var verdicts = new ArrayList<>(witness.verdicts());
        verdicts.add(new Verdict(
                "all-was-tried",
                "Every fault struck, launches flowed again, every era came to rest, and all that was sent was seen",
                shortcomings()));
        report.judged(verdicts, load, points);
        return List.copyOf(verdicts);
    }

    /** What makes this run prove less than it claims, whatever the promises say. */
    private List<String> shortcomings() {
        var all = new ArrayList<>(shortcomings);
        all.addAll(witness.failures());
        points.neverReached(OFTEN_ENOUGH)
                .forEach(point ->
                        all.add("nobody was struck at " + point + ", tried " + OFTEN_ENOUGH + " times or more"));
        if (points.reached() * 2 < points.aimedAt()) {
            all.add("of " + points.aimedAt() + " crash points only " + points.reached() + " were reached");
        }
        if (load.refused() > 0) {
            all.add("the broker refused " + load.refused() + " records of the load for good");
        }
        return all;
    }

    @Override
    public void close() {
        load.close();
        witness.close();
        arena.close();
    }
}
