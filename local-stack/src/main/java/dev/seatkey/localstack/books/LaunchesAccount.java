package dev.seatkey.localstack.books;

import dev.seatkey.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The launches of the key worker with what was ruled on each. Topics and store forget them, the topics sooner: compared is
 * what both still know.
 *
 * @param answersAreCut whether old answers are no longer kept in the topic
 * @param now by the servers' own clocks, which decide what is removed
 */
record LaunchesAccount(
        Map<LaunchHistory.Id, LaunchHistory> launches,
        Map<String, SaleHistory> sales,
        boolean answersAreCut,
        Instant now)
        implements Account<LaunchHistory.Id> {
    private static final Duration KEPT_AT_LEAST = Duration.ofDays(100);

    @Override
    public String service() {
        return Topics.KEY_WORKER;
    }

    @Override
    public String collection() {
        return "launches";
    }

    @Override
    public Set<LaunchHistory.Id> told() {
        return launches.entrySet().stream()
                .filter(each -> each.getValue().answer != null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public LaunchHistory.Id subjectOf(Stored document) {
        return new LaunchHistory.Id(document.text("issuer"), document.text("launchId"));
    }

    @Override
    public @Nullable Facts told(LaunchHistory.Id id) {
        var launch = launches.get(id);
        if (launch == null || launch.answer == null) {
            return null;
        }
        var answer = launch.answer.body();
        var refused = answer.reason() != null;
        var facts = new Facts()
                .with("organizationId", answer.organizationId())
                .with("testId", answer.testId())
                .with("subject", answer.subject())
                .with("launched at", answer.launchedAt())
                .with("covered by", refused ? null : answer.saleId())
                .with("refused", answer.reason())
                .with("refused because of", refused ? answer.saleId() : null);
        if (launch.asked != null && !launch.reused) {
            facts.with("distributionId", launch.distributionId);
        }
        var sale = refused && answer.saleId() != null ? sales.get(answer.saleId()) : null;
        var details = sale == null ? null : sale.details();
        if (details != null) {
            facts.with("plan from", details.getPlanFrom())
                    .with("plan to", details.getPlanTo())
                    .with("plan seats", details.getNumberOfUsers());
        }
        return facts;
    }

    @Override
    public Facts stored(LaunchHistory.Id id, Stored document) {
        return new Facts()
                .with("organizationId", document.at("organizationId"))
                .with("testId", document.at("testId"))
                .with("subject", document.at("subject"))
                .with("launched at", document.at("cause.at"))
                .with("covered by", document.at("coveredBy"))
                .with("refused", document.at("refused.reason"))
                .with("refused because of", document.at("refused.about.saleId"))
                .with("distributionId", document.at("distributionId"))
                .with("plan from", document.at("refused.about.from"))
                .with("plan to", document.at("refused.about.to"))
                .with("plan seats", document.at("refused.about.seats"));
    }

    @Override
    public boolean mayBeGone(LaunchHistory.Id id) {
        var launch = launches.get(id);
        return launch != null
                && launch.answer != null
                && launch.answer.body().launchedAt().isBefore(now.minus(KEPT_AT_LEAST));
    }

    @Override
    public boolean mayBeForgotten(LaunchHistory.Id id, Stored document) {
        return answersAreCut;
    }
}
