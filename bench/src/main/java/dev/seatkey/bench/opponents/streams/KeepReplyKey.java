package dev.seatkey.bench.opponents.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seatkey.contract.TestLaunched;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Makes the organization a launch's key, and keeps the key that the answer must have in a header. */
final class KeepReplyKey extends ContextualProcessor<String, TestLaunched, String, TestLaunched> {
    static final String REPLY_KEY = "reply-key";

    @Override
    public void process(Record<String, TestLaunched> launch) {
        launch.headers().add(REPLY_KEY, launch.key().getBytes(UTF_8));
        context().forward(launch.withKey(launch.value().getOrganizationId()));
    }
}
