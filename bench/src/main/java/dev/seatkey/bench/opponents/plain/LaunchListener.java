package dev.seatkey.bench.opponents.plain;

import dev.seatkey.contract.GrantedKey;
import dev.seatkey.contract.KeyIssued;
import dev.seatkey.contract.LaunchGranted;
import dev.seatkey.contract.LaunchRefused;
import dev.seatkey.contract.RefusalReason;
import dev.seatkey.contract.SeatTaken;
import dev.seatkey.contract.TestLaunched;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.stereotype.Component;

/** Answers launches, one at a time. */
@Component
class LaunchListener {
    private final Plans plans;
    private final Seats seats;
    private final Keys keys;
    private final Launches launches;
    private final KafkaTemplate<String, SpecificRecord> kafka;
    private final String prefix;

    LaunchListener(
            Plans plans,
            Seats seats,
            Keys keys,
            Launches launches,
            KafkaTemplate<String, SpecificRecord> kafka,
            @Value("${bench.prefix}") String prefix) {
        this.plans = plans;
        this.seats = seats;
        this.keys = keys;
        this.launches = launches;
        this.kafka = kafka;
        this.prefix = prefix;
    }

    @KafkaListener(topics = "${bench.prefix}test-launches", groupId = "${bench.prefix}launches")
    void launched(
            @Payload TestLaunched launch,
            @Header(KafkaHeaders.RECEIVED_KEY) String key,
            @Header(KafkaHeaders.RECEIVED_TIMESTAMP) long timestamp) {
        var at = Instant.ofEpochMilli(timestamp);
        var plan = plans.findByOrganizationId(launch.getOrganizationId()).stream()
                .filter(each -> each.distributionId().equals(launch.getDistributionId()))
                .filter(each -> !at.isBefore(each.from()) && at.isBefore(each.to()))
                .findFirst()
                .orElse(null);
        if (plan == null) {
            refuse(launch, key, RefusalReason.NO_PLAN, at);
            return;
        }
        var subject = Objects.requireNonNull(launch.getSubject());
        var seat = seats.findById(Seat.idOf(plan.saleId(), launch.getIssuer(), subject))
                .orElse(null);
        if (seat == null) {
            if (plan.seatsTaken() >= plan.seats()) {
                refuse(launch, key, RefusalReason.NO_SEAT_LEFT, at);
                return;
            }
            seat = takeSeat(plan, launch, subject, at);
        }
        var testKey = keys.findBySaleIdAndIssuerAndSubjectAndTestId(
                        plan.saleId(), launch.getIssuer(), subject, launch.getTestId())
                .orElse(null);
        if (testKey == null) {
            testKey = issueKey(plan, seat, launch, at);
        }
        launches.save(new AnsweredLaunch(
                AnsweredLaunch.idOf(launch.getIssuer(), launch.getLaunchId()),
                launch.getOrganizationId(),
                launch.getTestId(),
                subject,
                plan.saleId(),
                at));
        kafka.send(prefix + "launch-results", key, granted(launch, plan, seat, testKey, at));
    }

    private Seat takeSeat(Plan plan, TestLaunched launch, String subject, Instant at) {
        var seat = seats.insert(new Seat(
                Seat.idOf(plan.saleId(), launch.getIssuer(), subject),
                plan.saleId(),
                plan.seatsTaken() + 1,
                launch.getIssuer(),
                subject));
        plans.takeSeat(plan.saleId());
        kafka.send(
                prefix + "plan-events",
                plan.saleId(),
                new SeatTaken(plan.saleId(), seat.number(), 1, plan.seats(), launch.getIssuer(), subject, at));
        return seat;
    }

    private TestKey issueKey(Plan plan, Seat seat, TestLaunched launch, Instant at) {
        var end = at.plus(Duration.ofDays(plan.keyLengthDays()));
        var key = keys.insert(new TestKey(
                UUID.randomUUID(),
                UUID.randomUUID().toString(),
                plan.saleId(),
                seat.number(),
                launch.getOrganizationId(),
                launch.getIssuer(),
                seat.subject(),
                launch.getTestId(),
                1,
                at,
                end,
                end.isBefore(plan.to()) ? end : plan.to()));
        kafka.send(
                prefix + "key-events",
                key.id().toString(),
                KeyIssued.newBuilder()
                        .setKeyId(key.id())
                        .setPosition(1)
                        .setSaleId(key.saleId())
                        .setSeatNumber(key.seatNumber())
                        .setOrganizationId(key.organizationId())
                        .setIssuer(key.issuer())
                        .setSubject(key.subject())
                        .setTestId(key.testId())
                        .setCode(key.code())
                        .setTerm(key.term())
                        .setTermFrom(key.termFrom())
                        .setTermTo(key.termTo())
                        .setUsableUntil(key.usableUntil())
                        .build());
        return key;
    }

    private void refuse(TestLaunched launch, String key, RefusalReason reason, Instant at) {
        kafka.send(
                prefix + "launch-results",
                key,
                LaunchRefused.newBuilder()
                        .setLaunchId(launch.getLaunchId())
                        .setIssuer(launch.getIssuer())
                        .setSubject(launch.getSubject())
                        .setOrganizationId(launch.getOrganizationId())
                        .setTestId(launch.getTestId())
                        .setReason(reason)
                        .setMessage("There is no seat for you.")
                        .setLaunchedAt(at)
                        .build());
    }

    private static LaunchGranted granted(TestLaunched launch, Plan plan, Seat seat, TestKey key, Instant at) {
        return LaunchGranted.newBuilder()
                .setLaunchId(launch.getLaunchId())
                .setIssuer(launch.getIssuer())
                .setSubject(seat.subject())
                .setOrganizationId(launch.getOrganizationId())
                .setTestId(launch.getTestId())
                .setKey(GrantedKey.newBuilder()
                        .setKeyId(key.id())
                        .setCode(key.code())
                        .setTerm(key.term())
                        .setTermFrom(key.termFrom())
                        .setTermTo(key.termTo())
                        .setUsableUntil(key.usableUntil())
                        .build())
                .setSaleId(plan.saleId())
                .setSeatNumber(seat.number())
                .setLaunchedAt(at)
                .build();
    }
}
