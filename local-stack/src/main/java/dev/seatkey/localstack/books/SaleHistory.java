package dev.seatkey.localstack.books;

import dev.seatkey.contract.PlanActivated;
import dev.seatkey.contract.PlanEndReason;
import dev.seatkey.contract.PlanEnded;
import dev.seatkey.contract.Sale;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleDetails;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.SaleStatus;
import dev.seatkey.contract.SeatTaken;
import dev.seatkey.contract.UserReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that the topics tell of one sale, its plan and the seats of it; filled while they are read. */
final class SaleHistory {
    @Nullable
    Event<SaleRegistered> registered;

    @Nullable
    Event<SaleApproved> approved;

    @Nullable
    Event<SaleDeclined> declined;

    @Nullable
    Event<PlanActivated> activated;

    @Nullable
    Event<PlanEnded> ended;

    /** The newest record of the topic {@code sales}. */
    @Nullable
    Sale stands;

    final NavigableMap<Integer, Event<SeatTaken>> seats = new TreeMap<>();

    /** Where decisions about it stand. */
    final List<Told.Place> decisions = new ArrayList<>(1);

    /** Ids of the events that told of decisions without a sale. */
    final Set<UUID> unmatched = new HashSet<>(1);

    boolean commandsRefused;

    /** What was sold, as far as it is known. */
    @Nullable
    SaleDetails details() {
        if (registered != null) {
            return registered.body().getSale();
        }
        if (approved != null) {
            return approved.body().getSale();
        }
        return declined == null ? null : declined.body().getSale();
    }

    /** Where it stands by the events alone, whatever order they were read in. */
    SaleStatus status() {
        if (ended != null) {
            return ended.body().getReason() == PlanEndReason.SALE_CANCELLED ? SaleStatus.CANCELLED : SaleStatus.ENDED;
        }
        if (declined != null) {
            return SaleStatus.DECLINED;
        }
        if (activated != null) {
            return SaleStatus.ACTIVE;
        }
        return approved == null ? SaleStatus.PENDING_APPROVAL : SaleStatus.APPROVED;
    }

    /** The time of the event that brought it there. */
    @Nullable
    Instant statusSince() {
        for (var event : newestFirst()) {
            if (event != null) {
                return event.at();
            }
        }
        return null;
    }

    private List<@Nullable Event<?>> newestFirst() {
        var events = new ArrayList<@Nullable Event<?>>();
        events.add(ended);
        events.add(declined);
        events.add(activated);
        events.add(approved);
        events.add(registered);
        return events;
    }

    /** Who decided about it. */
    @Nullable
    UserReference decidedBy() {
        if (approved != null) {
            return approved.body().getDecidedBy();
        }
        return declined == null ? null : declined.body().getDecidedBy();
    }

    /** When that was decided. */
    @Nullable
    Instant decidedAt() {
        if (approved != null) {
            return approved.body().getApprovedAt();
        }
        return declined == null ? null : declined.body().getDeclinedAt();
    }

    /** Why, if told. */
    @Nullable
    String reason() {
        if (approved != null) {
            return approved.body().getReason();
        }
        return declined == null ? null : declined.body().getReason();
    }
}
