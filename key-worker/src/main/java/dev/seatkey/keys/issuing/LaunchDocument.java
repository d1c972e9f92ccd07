package dev.seatkey.keys.issuing;

import dev.seatkey.messaging.Cause;
import java.util.Objects;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A launch and what was ruled on it as they are stored; see {@link AnsweredLaunch}. Public only for the driver's codec. */
public record LaunchDocument(
        @BsonId UUID id,
        String launchId,
        String issuer,
        String organizationId,
        String distributionId,
        String testId,
        @Nullable String subject,
        boolean learnerRole,
        String replyKey,
        Cause cause,
        @Nullable String coveredBy,
        Answer.@Nullable Refused refused) {

    static LaunchDocument of(AnsweredLaunch answered) {
        Launch launch = answered.launch();
        Learner learner = launch.learner();
        Ruling ruling = answered.ruling();
        return new LaunchDocument(
                launch.id(),
                launch.launchId(),
                launch.issuer(),
                launch.organizationId(),
                launch.distributionId(),
                launch.testId(),
                learner == null ? null : learner.subject(),
                launch.learnerRole(),
                launch.replyKey(),
                launch.cause(),
                ruling instanceof Ruling.CoveredBy covered ? covered.saleId() : null,
                ruling instanceof Answer.Refused refused ? refused : null);
    }

    AnsweredLaunch toAnsweredLaunch() {
        Learner learner = subject == null ? null : new Learner(issuer, subject);
        Launch launch = new Launch(
                id, launchId, issuer, organizationId, distributionId, testId, learner, learnerRole, replyKey, cause);
        Ruling ruling = coveredBy == null ? Objects.requireNonNull(refused) : new Ruling.CoveredBy(coveredBy);
        return new AnsweredLaunch(launch, ruling);
    }
}
