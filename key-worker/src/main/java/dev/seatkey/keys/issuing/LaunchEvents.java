package dev.seatkey.keys.issuing;

import dev.seatkey.contract.GrantedKey;
import dev.seatkey.contract.LaunchGranted;
import dev.seatkey.contract.LaunchRefused;
import dev.seatkey.contract.RefusalReason;
import dev.seatkey.contract.SeatTaken;
import dev.seatkey.messaging.NameBasedId;
import dev.seatkey.messaging.Publication;
import dev.seatkey.schemas.Topics;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is told about a launch: the seat and the terms that its record brought about, then the answer. The same launch sent
 * again is answered with the very event of its first answer.
 */
final class LaunchEvents {
    private static final int TAKEN = 1;

    private LaunchEvents() {}

    static void tell(Outcome outcome, Consumer<Publication> events) {
        Outcome.Holding granted = outcome.granted();
        if (granted != null) {
            if (outcome.launch().cause().isSameRecord(granted.seat().cause())) {
                events.accept(seatTaken(granted.seat(), granted.seats()));
            }
            KeyEvents.tell(granted.key(), outcome.launch().cause(), events);
        }
        events.accept(answer(outcome));
    }

    private static Publication seatTaken(Seat seat, int seats) {
        SeatTaken event = SeatTaken.newBuilder()
                .setSaleId(seat.saleId())
                .setSeatNumber(seat.number())
                .setPosition(TAKEN)
                .setSeats(seats)
                .setIssuer(seat.learner().issuer())
                .setSubject(seat.learner().subject())
                .setTakenAt(seat.cause().at())
                .build();
        UUID id = NameBasedId.of("SeatTaken", seat.saleId(), Integer.toString(seat.number()));
        return new Publication(Topics.PLAN_EVENTS, seat.saleId(), id, event, seat.cause());
    }

    private static Publication answer(Outcome outcome) {
        Launch launch = outcome.answered();
        String replyKey = outcome.launch().replyKey();
        if (outcome.answer() instanceof Answer.Granted granted) {
            UUID id = NameBasedId.of("LaunchGranted", launch.issuer(), launch.launchId());
            return new Publication(Topics.LAUNCH_RESULTS, replyKey, id, granted(launch, granted), launch.cause());
        }
        Answer.Refused refused = (Answer.Refused) outcome.answer();
        return new Publication(
                Topics.LAUNCH_RESULTS, replyKey, refusalId(launch, refused), refused(launch, refused), launch.cause());
    }

    /** What else was asked under a used launch id is not kept, so that only its record tells one from the next. */
    private static UUID refusalId(Launch launch, Answer.Refused refused) {
        return refused.reason() == Refusal.LAUNCH_ID_REUSED
                ? NameBasedId.of(
                        "LaunchRefused",
                        launch.issuer(),
                        launch.launchId(),
                        launch.cause().record())
                : NameBasedId.of("LaunchRefused", launch.issuer(), launch.launchId());
    }

    private static LaunchGranted granted(Launch launch, Answer.Granted granted) {
        GrantedKey key = GrantedKey.newBuilder()
                .setKeyId(granted.keyId())
                .setCode(granted.code())
                .setTerm(granted.term())
                .setTermFrom(granted.termFrom())
                .setTermTo(granted.termTo())
                .setUsableUntil(granted.usableUntil())
                .build();
        return LaunchGranted.newBuilder()
                .setLaunchId(launch.launchId())
                .setIssuer(launch.issuer())
                .setSubject(java.util.Objects.requireNonNull(subject(launch)))
                .setOrganizationId(launch.organizationId())
                .setTestId(launch.testId())
                .setKey(key)
                .setSaleId(granted.saleId())
                .setSeatNumber(granted.seatNumber())
                .setLaunchedAt(launch.at())
                .build();
    }

    private static LaunchRefused refused(Launch launch, Answer.Refused refused) {
        LaunchRefused.Builder event = LaunchRefused.newBuilder()
                .setLaunchId(launch.launchId())
                .setIssuer(launch.issuer())
                .setSubject(subject(launch))
                .setOrganizationId(launch.organizationId())
                .setTestId(launch.testId())
                .setReason(RefusalReason.valueOf(refused.reason().name()))
                .setMessage(message(refused))
                .setLaunchedAt(launch.at());
        Answer.PlanFacts about = refused.about();
        if (about != null) {
            event.setSaleId(about.saleId())
                    .setPlanFrom(about.from())
                    .setPlanTo(about.to())
                    .setSeats(about.seats());
        }
        return event.build();
    }

    private static @Nullable String subject(Launch launch) {
        return launch.learner() == null ? null : launch.learner().subject();
    }

    private static String message(Answer.Refused refused) {
        Answer.PlanFacts about = refused.about();
        return switch (refused.reason()) {
            case NO_PLAN -> "The organization has no plan for this distribution.";
            case NOT_APPROVED -> "The plan of " + saleOf(about) + " has not been approved yet.";
            case NOT_STARTED -> "The plan of " + saleOf(about) + " has not started yet.";
            case ENDED -> "The plan of " + saleOf(about) + " has ended.";
            case NO_SEAT_LEFT -> "All seats of the plan of " + saleOf(about) + " are taken.";
            case NOT_COVERED -> "The organization's plan is for another distribution: " + saleOf(about) + ".";
            case ANONYMOUS -> "The launch does not say who the learner is.";
            case NOT_A_LEARNER -> "Only learners get test keys.";
            case LAUNCH_ID_REUSED -> "Something else was asked under this launch id before.";
        };
    }

    private static String saleOf(Answer.@Nullable PlanFacts about) {
        return about == null ? "a sale" : "sale " + about.saleId();
    }
}
