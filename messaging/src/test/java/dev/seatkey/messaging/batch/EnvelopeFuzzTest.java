package dev.seatkey.messaging.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.seatkey.contract.WorkDue;
import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.Publication;
import dev.seatkey.schemas.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Whatever headers an input has, it is known by an id, and its answer names it")
class EnvelopeFuzzTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<String> READ = List.of("ce_id", "ce_correlationid", "traceparent");
    private static final int LONGEST = 600;

    @FuzzTest
    void readsAnyHeaders(FuzzedDataProvider data) {
        Cause cause = Envelope.cause(record(data, data.consumeLong()));

        Publication answer = new Publication(
                Topics.NOTIFIER_DUE, "key", UUID.randomUUID(), new WorkDue("work", "subject", NOON), cause, NOON);
        Headers told = new Envelope("notifier").headers(answer);
        assertThat(cause.record()).isEqualTo("notifier-due-2@7");
        assertThat(cause.id()).isNotEmpty();
        assertThat(cause.correlationId()).isNotEmpty();
        assertThat(told.lastHeader("ce_causationid").value())
                .isEqualTo(cause.id().getBytes(UTF_8))
                .hasSizeLessThanOrEqualTo(LONGEST);
        assertThat(told.lastHeader("ce_correlationid").value()).hasSizeLessThanOrEqualTo(LONGEST);
    }

    private static ConsumerRecord<byte[], byte[]> record(FuzzedDataProvider data, long timestamp) {
        Headers headers = new RecordHeaders();
        while (data.remainingBytes() > 0) {
            headers.add(
                    data.pickValue(READ), data.consumeBoolean() ? null : data.consumeBytes(data.consumeInt(0, 255)));
        }
        return new ConsumerRecord<>(
                "notifier-due",
                2,
                7,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                null,
                null,
                headers,
                Optional.empty());
    }
}
