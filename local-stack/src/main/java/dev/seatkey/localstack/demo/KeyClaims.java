package dev.seatkey.localstack.demo;

import dev.seatkey.contract.KeyIssued;
import dev.seatkey.contract.KeyRenewed;
import dev.seatkey.contract.LaunchGranted;
import dev.seatkey.contract.LaunchRefused;
import dev.seatkey.contract.PlanActivated;
import dev.seatkey.contract.PlanEnded;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.SeatTaken;
import dev.seatkey.contract.TestLaunched;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What must be true of launches, seats and keys. */
final class KeyClaims {
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{5}(-[0-9A-Z]{5}){4}");

    private final Stage stage;
    private final Books books;
    private final Launches launches;

    KeyClaims(Stage stage, Books books, Launches launches) {
        this.stage = stage;
        this.books = books;
        this.launches = launches;
    }

    List<Claim> all() {
        return List.of(
                new Claim("K1   Every launch has one answer, also one that was sent twice", this::oneAnswer),
                new Claim("K3   No more learners hold seats than users were sold, and no seat is skipped", this::seats),
                new Claim("K3   Who was granted a launch holds a seat, nobody else does", this::holders),
                new Claim("K4   One key per plan, learner and test, and no code twice", this::keys),
                new Claim("K7   Every term lasts 180 calendar days and begins where the last one ended", this::terms),
                new Claim(
                        "K7   No renewal is missing, none was made for a term that outlives its plan", this::renewals),
                new Claim("K8   Every key of an ended plan is closed, once, at the plan's end", this::closings),
                new Claim("K8   Every key event tells until when the key can be used", this::usableUntil),
                new Claim("W1   Every history is numbered 1, 2, 3 … without a gap", this::histories),
                new Claim("     Nothing is in the dead letters", this::deadLetters));
    }

    private List<String> oneAnswer() {
        var ids = new HashMap<String, Set<String>>();
        stage.observer()
                .all(LaunchGranted.class)
                .forEach(each -> note(ids, each.body().getLaunchId(), each.eventId()));
        stage.observer()
                .all(LaunchRefused.class)
                .forEach(each -> note(ids, each.body().getLaunchId(), each.eventId()));
        var sent = launches.sent().stream().map(TestLaunched::getLaunchId).collect(Collectors.toSet());
        var several = ids.entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
        return new Problems()
                .unlessEqual("The answered launches", sent, ids.keySet())
                .unlessEqual("The launches with several answers", List.of(), several)
                .list();
    }

    private List<String> seats() {
        var problems = new Problems();
        books.plans().values().forEach(plan -> {
            var seats = books.seats(plan.getSaleId());
            problems.unless(
                    seats.size() <= plan.getNumberOfUsers(),
                    plan.getSaleId() + " has " + seats.size() + " seats taken of " + plan.getNumberOfUsers());
            problems.unlessEqual(
                    "The seat numbers of " + plan.getSaleId(),
                    IntStream.rangeClosed(1, seats.size()).boxed().toList(),
                    seats.stream().map(SeatTaken::getSeatNumber).toList());
            problems.unlessEqual(
                    "The learners of " + plan.getSaleId(),
                    (long) seats.size(),
                    seats.stream().map(KeyClaims::learner).distinct().count());
        });
        return problems.list();
    }

    private List<String> holders() {
        var holders = books.events(SeatTaken.class).stream()
                .map(each -> each.getSaleId() + " " + learner(each))
                .collect(Collectors.toSet());
        var granted = books.events(LaunchGranted.class).stream()
                .map(each -> each.getSaleId() + " " + each.getIssuer() + " " + each.getSubject())
                .collect(Collectors.toSet());
        return new Problems()
                .unlessEqual("The holders of seats", granted, holders)
                .list();
    }

    private List<String> keys() {
        var issued = books.keys().stream().map(KeyLife::issued).toList();
        var reasons = issued.stream()
                .map(each ->
                        each.getSaleId() + " " + each.getIssuer() + " " + each.getSubject() + " " + each.getTestId())
                .distinct()
                .count();
        var codes = issued.stream().map(KeyIssued::getCode).collect(Collectors.toSet());
        return new Problems()
                .unlessEqual("The keys by plan, learner and test", (long) issued.size(), reasons)
                .unlessEqual("The different codes", issued.size(), codes.size())
                .unless(
                        codes.stream().allMatch(code -> CODE.matcher(code).matches()),
                        "Some codes look wrong: " + codes)
                .list();
    }

    private List<String> terms() {
        var problems = new Problems();
        for (var key : books.keys()) {
            var zone = ZoneId.of(books.planOf(key).getTimeZone());
            var end = key.issued().getTermTo();
            problems.unlessEqual(
                    "Term 1 of " + key.issued().getCode(),
                    after180Days(key.issued().getTermFrom(), zone),
                    end);
            for (KeyRenewed renewal : key.renewals()) {
                problems.unlessEqual("The begin of term " + renewal.getTerm(), end, renewal.getTermFrom());
                // Counted from the first term, so that days of 23 or 25 hours add up.
                problems.unlessEqual(
                        "The end of term " + renewal.getTerm() + " of "
                                + key.issued().getCode(),
                        key.issued()
                                .getTermFrom()
                                .atZone(zone)
                                .plusDays(180L * renewal.getTerm())
                                .toInstant(),
                        renewal.getTermTo());
                end = renewal.getTermTo();
            }
        }
        return problems.list();
    }

    private List<String> renewals() {
        var now = stage.stack().clock().instant();
        var problems = new Problems();
        for (var key : books.keys()) {
            var planTo = books.planOf(key).getPlanTo();
            problems.unless(!key.isOverdue(now, planTo), key.issued().getCode() + " is overdue since " + key.termTo());
            problems.unless(
                    key.renewals().stream().allMatch(each -> each.getTermFrom().isBefore(planTo)),
                    key.issued().getCode() + " was renewed after its plan's end");
        }
        return problems.list();
    }

    private List<String> closings() {
        var ended = books.events(PlanEnded.class).stream()
                .collect(Collectors.toMap(PlanEnded::getSaleId, Function.identity()));
        var problems = new Problems();
        for (var key : books.keys()) {
            var end = ended.get(key.issued().getSaleId());
            problems.unlessEqual(
                    "The closings of " + key.issued().getCode(),
                    end == null ? 0 : 1,
                    key.closings().size());
            key.closed()
                    .ifPresent(closed -> problems.unlessEqual(
                            "The end of " + key.issued().getCode(),
                            books.planOf(key).getPlanTo(),
                            closed.getClosedAt()));
        }
        return problems.list();
    }

    private List<String> usableUntil() {
        var problems = new Problems();
        for (var key : books.keys()) {
            var planTo = books.planOf(key).getPlanTo();
            problems.unlessEqual(
                    "The use of " + key.issued().getCode(),
                    earlier(key.issued().getTermTo(), planTo),
                    key.issued().getUsableUntil());
            key.renewals()
                    .forEach(each -> problems.unlessEqual(
                            "The use of " + key.issued().getCode(),
                            earlier(each.getTermTo(), planTo),
                            each.getUsableUntil()));
        }
        return problems.list();
    }

    private List<String> histories() {
        var problems = new Problems();
        for (var key : books.keys()) {
            var positions = Stream.of(
                            Stream.of(key.issued().getPosition()),
                            key.renewals().stream().map(KeyRenewed::getPosition),
                            key.closings().stream().map(each -> each.getPosition()))
                    .flatMap(each -> each)
                    .toList();
            problems.unlessEqual(
                    "The history of " + key.issued().getCode(),
                    IntStream.rangeClosed(1, positions.size()).boxed().toList(),
                    positions);
        }
        beginnings(problems, PlanActivated.class, each -> "plan " + each.getSaleId(), PlanActivated::getPosition);
        beginnings(problems, SeatTaken.class, each -> "seat " + each.getSeatNumber(), SeatTaken::getPosition);
        beginnings(problems, SaleRegistered.class, each -> each.getSale().getSaleId(), SaleRegistered::getPosition);
        beginnings(problems, SaleApproved.class, each -> each.getSale().getSaleId(), SaleApproved::getPosition);
        books.events(PlanEnded.class)
                .forEach(each -> problems.unlessEqual("The end of plan " + each.getSaleId(), 2, each.getPosition()));
        return problems.list();
    }

    private <T> void beginnings(Problems problems, Class<T> type, Function<T, String> name, ToIntFunction<T> position) {
        books.events(type)
                .forEach(each ->
                        problems.unlessEqual("The beginning of " + name.apply(each), 1, position.applyAsInt(each)));
    }

    private List<String> deadLetters() {
        return stage.observer().deadLetters().stream()
                .map(each -> each.topic() + "@" + each.offset() + " " + each.headers())
                .toList();
    }

    private static Instant after180Days(Instant from, ZoneId zone) {
        return from.atZone(zone).plusDays(180).toInstant();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static String learner(SeatTaken seat) {
        return seat.getIssuer() + " " + seat.getSubject();
    }

    private static void note(Map<String, Set<String>> answers, String launchId, String eventId) {
        answers.computeIfAbsent(launchId, unknown -> new HashSet<>()).add(eventId);
    }
}
