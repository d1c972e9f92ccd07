package dev.seatkey.localstack.books;

import dev.seatkey.contract.RefusalReason;
import dev.seatkey.schemas.Topics;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the topics alone must say of launches. */
final class LaunchConsistency {
    private static final String LAUNCH_RESULTS = Topics.LAUNCH_RESULTS.name();

    private final Map<String, SaleHistory> sales;
    private final Map<UUID, KeyHistory> keys;
    private final Contradictions found;

    LaunchConsistency(Map<String, SaleHistory> sales, Map<UUID, KeyHistory> keys, Contradictions found) {
        this.sales = sales;
        this.keys = keys;
        this.found = found;
    }

    /**
     * Every answer rests on what is told elsewhere.
     *
     * @param answersAreCut whether old answers are no longer kept: then nobody can say which launch has none
     * @param dead places of launches that are in the dead letters, which have none
     */
    void check(Map<LaunchHistory.Id, LaunchHistory> launches, boolean answersAreCut, Set<Told.Place> dead) {
        launches.forEach((id, launch) -> {
            var subject = "launch " + id;
            if (launch.answer != null) {
                answer(subject, launch.answer.body());
            } else if (!answersAreCut && !dead.contains(launch.asked)) {
                found.add(LAUNCH_RESULTS, subject, "answer", "told", "not told; it was asked at " + launch.asked);
            }
        });
    }

    private void answer(String subject, LaunchHistory.Answer answer) {
        if (answer.keyId() != null) {
            granted(subject, answer, answer.keyId());
        } else if (answer.reason() == RefusalReason.NO_SEAT_LEFT && answer.saleId() != null) {
            var sale = sales.get(answer.saleId());
            var details = sale == null ? null : sale.details();
            found.unlessEqual(
                    LAUNCH_RESULTS,
                    subject,
                    "seats taken of " + answer.saleId() + ", of which none was left",
                    details == null ? null : details.getNumberOfUsers(),
                    sale == null ? null : sale.seats.size());
        }
    }

    private void granted(String subject, LaunchHistory.Answer answer, UUID keyId) {
        var key = keys.get(keyId);
        if (key == null || key.issued == null) {
            found.add(LAUNCH_RESULTS, subject, "key", "one that is told", keyId);
            return;
        }
        var issued = key.issued.body();
        found.unlessEqual(
                LAUNCH_RESULTS,
                subject,
                "key, sale, seat, subject, test",
                holding(
                        issued.getCode(),
                        issued.getSaleId(),
                        issued.getSeatNumber(),
                        issued.getSubject(),
                        issued.getTestId()),
                holding(answer.code(), answer.saleId(), answer.seatNumber(), answer.subject(), answer.testId()));
        if (!key.terms.containsKey(answer.term())) {
            found.add(LAUNCH_RESULTS, subject, "term", "one of its key's " + key.terms.size(), answer.term());
        }
    }

    private static String holding(@Nullable Object... parts) {
        return Arrays.stream(parts).map(Facts::text).collect(Collectors.joining(", "));
    }
}
