package dev.seatkey.torture.faults;

import dev.seatkey.localstack.stack.StackPorts;
import dev.seatkey.schemas.Topics;
import dev.seatkey.torture.inside.BrokenVariant;
import dev.seatkey.torture.inside.CrashPoint;
import dev.seatkey.torture.network.MailProxy;
import dev.seatkey.torture.network.Network;
import dev.seatkey.torture.network.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * The faults of a run, drawn as cards from a deck, so that every kind has its turn and only their order is chance: the same seed
 * gives the same faults.
 */
public final class FaultPlan {
    /** Longer than a consumer's session, so that its partitions move on. */
    private static final Duration LONGER_THAN_A_SESSION = Duration.ofSeconds(9);

    /** Longer than a transaction may take: the broker has ended it when its owner comes back. */
    private static final Duration LONGER_THAN_A_TRANSACTION = Duration.ofSeconds(16);

    /** Longer than the store may take for one operation. */
    private static final Duration LONGER_THAN_AN_OPERATION = Duration.ofSeconds(25);

    private static final int KILLS_BY_CHANCE = 18;

    private final Random chance;
    private final int instances;
    private final boolean storeCanBeKilled;
    /** Those first at which a crash has done most already. */
    private final Turns<CrashPoint> points = new Turns<>(List.of(
            CrashPoint.WRITTEN,
            CrashPoint.SENT,
            CrashPoint.COMMITTED,
            CrashPoint.MAIL_ACCEPTED,
            CrashPoint.POLLED,
            CrashPoint.WRITING,
            CrashPoint.READ,
            CrashPoint.DECIDED));

    private final Turns<CrashPoint> holdUps =
            new Turns<>(List.of(CrashPoint.WRITTEN, CrashPoint.SENT, CrashPoint.READ, CrashPoint.WRITING));
    private final Turns<Duration> sleeps = new Turns<>(List.of(LONGER_THAN_A_TRANSACTION, LONGER_THAN_A_SESSION));
    private final Turns<String> restarted = new Turns<>(StackPorts.WORKERS);
    private final Turns<String> heldUp = new Turns<>(
            List.of(Topics.KEY_WORKER, Topics.SALE_INTAKE, Topics.KEY_WORKER, Topics.APPROVAL_WORKER, Topics.NOTIFIER));
    private final Turns<Supplier<Fault>> networks = new Turns<>(List.of(
            this::storeCut,
            this::storeStalls,
            this::storeCutMidReply,
            this::storeSlow,
            this::storeRefuses,
            this::storeSilent));
    private final Turns<Supplier<Fault>> mails =
            new Turns<>(List.of(this::mailDropped, this::mailNotNow, this::mailSlow, this::mailNever));

    private FaultPlan(Random chance, int instances, boolean storeCanBeKilled) {
        this.chance = chance;
        this.instances = instances;
        this.storeCanBeKilled = storeCanBeKilled;
    }

    /**
     * Draws faults until they kill often enough.
     *
     * @param kills how many processes are to be killed
     * @param instances of each worker
     * @param storeCanBeKilled whether the store has a process of its own
     */
    public static List<Fault> draw(int kills, Random chance, int instances, boolean storeCanBeKilled) {
        var plan = new FaultPlan(chance, instances, storeCanBeKilled);
        var faults = new ArrayList<Fault>();
        var killed = 0;
        while (killed < kills) {
            for (var fault : plan.deck(kills - killed)) {
                if (killed + fault.kills() <= kills) {
                    faults.add(fault);
                    killed += fault.kills();
                }
            }
        }
        return List.copyOf(faults);
    }

    /** Faults that let a mistake show; where none is needed, kills under which load flows. */
    public static List<Fault> thatExpose(BrokenVariant variant) {
        var seconds = Duration.ofSeconds(4);
        return switch (variant) {
            case EVENTS_ONLY_WHEN_CHANGED -> crashes(CrashPoint.WRITTEN);
            case ANSWERS_WITHOUT_TRANSACTION, FRESH_EVENT_IDS -> crashes(CrashPoint.SENT);
            case TELLS_BEFORE_KEEPING -> crashes(CrashPoint.COMMITTED);
            case PAYS_NO_HEED_TO_ZOMBIES ->
                List.of(
                        new Zombie(Topics.KEY_WORKER, 1, CrashPoint.WRITTEN, LONGER_THAN_A_SESSION),
                        new Zombie(Topics.KEY_WORKER, 2, CrashPoint.READ, LONGER_THAN_A_SESSION),
                        new Zombie(Topics.SALE_INTAKE, 1, CrashPoint.WRITTEN, LONGER_THAN_A_SESSION));
            case OUTAGES_ARE_BUGS -> List.of(BadNetwork.toStore("store refuses connections", Proxy::refuse, seconds));
            case MAILS_UNDER_NEW_NAMES ->
                List.of(new BadMailServer(
                        "mail server takes mails and never says so", MailProxy::dropAfterData, seconds));
            default ->
                List.of(
                        new KillWorker(Topics.KEY_WORKER, 1, Duration.ofSeconds(1)),
                        new KillWorker(Topics.KEY_WORKER, 2, Duration.ofSeconds(1)),
                        new KillWorker(Topics.SALE_INTAKE, 1, Duration.ofSeconds(1)));
        };
    }

    private static List<Fault> crashes(CrashPoint point) {
        return List.of(
                new CrashAtPoint(Topics.KEY_WORKER, 1, point),
                new CrashAtPoint(Topics.KEY_WORKER, 2, point),
                new CrashAtPoint(Topics.SALE_INTAKE, 1, point));
    }

    /** One of each kind, and as many more kills as are wanted, up to a full deck. */
    private List<Fault> deck(int kills) {
        var deck = new ArrayList<Fault>();
        deck.add(new RegistryAwayAtStart(restarted.next(), anyInstance(), Duration.ofSeconds(4)));
        deck.add(new KillBroker(Duration.ofMillis(500 + chance.nextInt(2_500))));
        deck.add(new KillStore(Duration.ofMillis(500 + chance.nextInt(2_500)), storeCanBeKilled));
        deck.add(registryAway());
        deck.add(new RollingRestart(anyWorker()));
        deck.add(new JoinAndLeave(anyWorker(), Duration.ofMillis(chance.nextInt(3_000))));
        deck.add(new Zombie(heldUp.next(), anyInstance(), holdUps.next(), sleeps.next()));
        deck.add(networks.next().get());
        deck.add(mails.next().get());
        var more = kills - deck.stream().mapToInt(Fault::kills).sum();
        for (var i = 0; i < Math.min(more, KILLS_BY_CHANCE); i++) {
            deck.add(
                    i % 3 == 2
                            ? new KillWorker(anyWorker(), anyInstance(), Duration.ofMillis(chance.nextInt(1_500)))
                            : crash());
        }
        Collections.shuffle(deck, chance);
        return deck;
    }

    private Fault crash() {
        var point = points.next();
        var worker = point == CrashPoint.MAIL_ACCEPTED ? Topics.NOTIFIER : anyWorker();
        return new CrashAtPoint(worker, anyInstance(), point);
    }

    /** The key worker twice as often as any other: it has most to lose. */
    private String anyWorker() {
        return chance.nextInt(5) == 0 ? Topics.KEY_WORKER : StackPorts.WORKERS.get(chance.nextInt(4));
    }

    private int anyInstance() {
        return 1 + chance.nextInt(instances);
    }

    private Duration aFewSeconds() {
        return Duration.ofMillis(1_000 + chance.nextInt(3_000));
    }

    private Fault storeCut() {
        return BadNetwork.toStore("connections to the store cut", Proxy::cutAll, Duration.ZERO);
    }

    private Fault storeCutMidReply() {
        return BadNetwork.toStore("store cut in the midst of its replies", Proxy::cutMidReply, aFewSeconds());
    }

    private Fault storeStalls() {
        return BadNetwork.toStore("store gives no answer", Proxy::stall, aFewSeconds());
    }

    private Fault storeSilent() {
        return BadNetwork.toStore("store gives no answer for long", Proxy::stall, LONGER_THAN_AN_OPERATION);
    }

    private Fault storeRefuses() {
        return BadNetwork.toStore("store refuses connections", Proxy::refuse, aFewSeconds());
    }

    private Fault storeSlow() {
        return new BadNetwork(
                "store slow", Network::store, false, store -> store.slow(Duration.ofMillis(100)), aFewSeconds());
    }

    /** Whoever knows the schemas goes on; who meets a new one waits. */
    private Fault registryAway() {
        return new BadNetwork("registry away", Network::registry, false, Proxy::refuse, aFewSeconds());
    }

    private Fault mailDropped() {
        return new BadMailServer("mail server takes mails and never says so", MailProxy::dropAfterData, aFewSeconds());
    }

    private Fault mailNotNow() {
        return new BadMailServer("mail server says not now", MailProxy::refuseForNow, aFewSeconds());
    }

    private Fault mailNever() {
        return new BadMailServer("mail server says never", MailProxy::refuseForGood, aFewSeconds());
    }

    private Fault mailSlow() {
        return new BadMailServer("mail server slow", mail -> mail.slow(Duration.ofMillis(200)), aFewSeconds());
    }

    /** Gives its elements in turn, over and over. */
    private static final class Turns<T> {
        private final List<T> all;
        private int next;

        Turns(List<T> all) {
            this.all = List.copyOf(all);
        }

        T next() {
            return all.get(next++ % all.size());
        }
    }
}
