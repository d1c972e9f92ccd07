package dev.seatkey.keys.issuing;

import dev.seatkey.messaging.Cause;
import java.util.Objects;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A launch and its answer as they are stored; see {@link AnsweredLaunch}. Public only for the driver's codec. */
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
        Answer.@Nullable Granted granted,
        Answer.@Nullable Refused refused) {

    static LaunchDocument of(AnsweredLaunch answered) {
        Launch launch = answered.launch();
        Learner learner = launch.learner();
        Answer answer = answered.answer();
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
                answer instanceof Answer.Granted granted ? granted : null,
                answer instanceof Answer.Refused refused ? refused : null);
    }

    AnsweredLaunch toAnsweredLaunch() {
        Learner learner = subject == null ? null : new Learner(issuer, subject);
        Launch launch = new Launch(
                id, launchId, issuer, organizationId, distributionId, testId, learner, learnerRole, replyKey, cause);
        Answer answer = granted == null ? Objects.requireNonNull(refused) : granted;
        return new AnsweredLaunch(launch, answer);
    }
}
