package dev.seatkey.torture.faults;

import dev.seatkey.localstack.stack.StackPorts;
import dev.seatkey.schemas.Topics;
import dev.seatkey.torture.inside.CrashPoint;
import dev.seatkey.torture.network.MailProxy;
import dev.seatkey.torture.network.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
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

    private final Random chance;
    private final int instances;
    private final boolean storeCanBeKilled;
    private final Turns<CrashPoint> points = new Turns<>(Arrays.asList(CrashPoint.values()));
    private final Turns<CrashPoint> holdUps =
            new Turns<>(List.of(CrashPoint.WRITTEN, CrashPoint.SENT, CrashPoint.READ, CrashPoint.WRITING));
    private final Turns<String> others = new Turns<>(StackPorts.WORKERS);
    private final Turns<Supplier<Fault>> networks =
            new Turns<>(List.of(this::storeCut, this::storeStalls, this::storeCutMidReply, this::storeSlow));
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
        Deque<Fault> deck = new ArrayDeque<>();
        var planned = 0;
        while (planned < kills) {
            if (deck.isEmpty()) {
                deck = plan.deck();
            }
            var fault = deck.pop();
            faults.add(fault);
            planned += fault.kills();
        }
        return List.copyOf(faults);
    }

    private Deque<Fault> deck() {
        var deck = new ArrayList<Fault>();
        for (var i = 0; i < 9; i++) {
            deck.add(new KillWorker(anyWorker(), anyInstance(), Duration.ofMillis(chance.nextInt(1_500))));
        }
        for (var i = 0; i < 9; i++) {
            deck.add(crash());
        }
        deck.add(new RegistryAwayAtStart(others.next(), anyInstance(), Duration.ofSeconds(4)));
        deck.add(new KillBroker(Duration.ofMillis(500 + chance.nextInt(2_500))));
        deck.add(new KillStore(Duration.ofMillis(500 + chance.nextInt(2_500)), storeCanBeKilled));
        deck.add(new RollingRestart(anyWorker()));
        deck.add(new JoinAndLeave(anyWorker(), Duration.ofMillis(chance.nextInt(3_000))));
        deck.add(new Zombie(anyWorker(), anyInstance(), holdUps.next(), LONGER_THAN_A_SESSION));
        deck.add(networks.next().get());
        deck.add(mails.next().get());
        Collections.shuffle(deck, chance);
        return new ArrayDeque<>(deck);
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
        return new BadNetwork("connections to the store cut", true, Proxy::cutAll, Duration.ZERO);
    }

    private Fault storeCutMidReply() {
        return new BadNetwork("store cut in the midst of its replies", true, Proxy::cutMidReply, aFewSeconds());
    }

    private Fault storeStalls() {
        return new BadNetwork("store gives no answer", true, Proxy::stall, aFewSeconds());
    }

    private Fault storeSlow() {
        return new BadNetwork("store slow", false, store -> store.slow(Duration.ofMillis(100)), aFewSeconds());
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
