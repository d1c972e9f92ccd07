package dev.seatkey.localstack.demo;

import dev.seatkey.contract.KeyClosed;
import dev.seatkey.contract.KeyIssued;
import dev.seatkey.contract.KeyRenewed;
import dev.seatkey.contract.PlanActivated;
import dev.seatkey.contract.PlanEnded;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDetails;
import dev.seatkey.contract.SeatTaken;
import dev.seatkey.localstack.outside.Observer;
import dev.seatkey.localstack.outside.Seen;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the events add up to: plans, seats and keys. An event that was sent twice counts once. */
final class Books {
    private final Observer observer;

    Books(Observer observer) {
        this.observer = observer;
    }

    /** The distinct events of a type, in the order in which they were read. */
    <T> List<T> events(Class<T> type) {
        var byId = new LinkedHashMap<String, T>();
        observer.all(type).forEach(each -> byId.putIfAbsent(each.eventId(), each.body()));
        return List.copyOf(byId.values());
    }

    /** Approved sales by id. */
    Map<String, SaleDetails> plans() {
        return events(SaleApproved.class).stream()
                .map(SaleApproved::getSale)
                .collect(Collectors.toMap(
                        SaleDetails::getSaleId, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    /** The seats of a plan that were taken, by number. */
    List<SeatTaken> seats(String saleId) {
        return events(SeatTaken.class).stream()
                .filter(each -> each.getSaleId().equals(saleId))
                .sorted(Comparator.comparingInt(SeatTaken::getSeatNumber))
                .toList();
    }

    /** All keys that were ever issued. */
    List<KeyLife> keys() {
        Map<UUID, List<KeyRenewed>> renewals =
                events(KeyRenewed.class).stream().collect(Collectors.groupingBy(KeyRenewed::getKeyId));
        Map<UUID, List<KeyClosed>> closings =
                events(KeyClosed.class).stream().collect(Collectors.groupingBy(KeyClosed::getKeyId));
        return events(KeyIssued.class).stream()
                .map(key -> new KeyLife(
                        key,
                        renewals.getOrDefault(key.getKeyId(), List.of()).stream()
                                .sorted(Comparator.comparingInt(KeyRenewed::getTerm))
                                .toList(),
                        closings.getOrDefault(key.getKeyId(), List.of())))
                .toList();
    }

    /** Whether all that should have happened by now has. */
    boolean areUpToDate(Instant now) {
        var plans = plans();
        var activated = saleIds(PlanActivated.class, PlanActivated::getSaleId);
        var ended = saleIds(PlanEnded.class, PlanEnded::getSaleId);
        return plans.values().stream()
                        .filter(plan -> !plan.getPlanFrom().isAfter(now))
                        .allMatch(plan -> activated.contains(plan.getSaleId()))
                && plans.values().stream()
                        .filter(plan -> !plan.getPlanTo().isAfter(now))
                        .allMatch(plan -> ended.contains(plan.getSaleId()))
                && keys().stream()
                        .noneMatch(key -> key.isOverdue(now, planOf(key).getPlanTo()));
    }

    /** The plan that a key belongs to. */
    SaleDetails planOf(KeyLife key) {
        var plan = plans().get(key.issued().getSaleId());
        if (plan == null) {
            throw new IllegalStateException("Key " + key.issued().getKeyId() + " belongs to no approved sale");
        }
        return plan;
    }

    /** The records of a type as they came, those sent twice twice. */
    <T> List<Seen<T>> asTheyCame(Class<T> type) {
        return observer.all(type);
    }

    private <T> Set<String> saleIds(Class<T> type, Function<T, String> saleId) {
        return events(type).stream().map(saleId).collect(Collectors.toSet());
    }
}
