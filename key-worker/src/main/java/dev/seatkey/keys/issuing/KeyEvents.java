package dev.seatkey.keys.issuing;

import dev.seatkey.contract.KeyCloseReason;
import dev.seatkey.contract.KeyClosed;
import dev.seatkey.contract.KeyIssued;
import dev.seatkey.contract.KeyRenewed;
import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.NameBasedId;
import dev.seatkey.messaging.Publication;
import dev.seatkey.schemas.Topics;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * What is told about keys. It is read off the key: whatever a record did to it is told for that record, the first time and
 * each time that the record is handled again.
 */
public final class KeyEvents {
    private KeyEvents() {}

    /** Tells what the record {@code cause} did to the key. */
    public static void tell(TestKey key, Cause cause, Consumer<Publication> events) {
        for (Term term : key.terms()) {
            if (cause.isSameRecord(term.cause())) {
                events.accept(term.number() == 1 ? issued(key, term) : renewed(key, term));
            }
        }
        Closing closing = key.closing();
        if (closing != null && cause.isSameRecord(closing.cause())) {
            events.accept(closed(key, closing));
        }
    }

    private static Publication issued(TestKey key, Term term) {
        KeyHolder holder = key.holder();
        KeyIssued event = KeyIssued.newBuilder()
                .setKeyId(key.id())
                .setPosition(term.number())
                .setSaleId(holder.saleId())
                .setSeatNumber(holder.seatNumber())
                .setOrganizationId(holder.organizationId())
                .setIssuer(holder.learner().issuer())
                .setSubject(holder.learner().subject())
                .setTestId(key.testId())
                .setCode(key.code().text())
                .setTerm(term.number())
                .setTermFrom(term.from())
                .setTermTo(term.to())
                .setUsableUntil(key.usableUntil(term))
                .build();
        return publication(key, NameBasedId.of("KeyIssued", key.id().toString()), event, term.cause());
    }

    private static Publication renewed(TestKey key, Term term) {
        KeyHolder holder = key.holder();
        KeyRenewed event = KeyRenewed.newBuilder()
                .setKeyId(key.id())
                .setPosition(term.number())
                .setSaleId(holder.saleId())
                .setOrganizationId(holder.organizationId())
                .setIssuer(holder.learner().issuer())
                .setSubject(holder.learner().subject())
                .setTestId(key.testId())
                .setTerm(term.number())
                .setTermFrom(term.from())
                .setTermTo(term.to())
                .setUsableUntil(key.usableUntil(term))
                .build();
        UUID id = NameBasedId.of("KeyRenewed", key.id().toString(), Integer.toString(term.number()));
        return publication(key, id, event, term.cause());
    }

    private static Publication closed(TestKey key, Closing closing) {
        KeyHolder holder = key.holder();
        KeyClosed event = KeyClosed.newBuilder()
                .setKeyId(key.id())
                .setPosition(key.position())
                .setSaleId(holder.saleId())
                .setOrganizationId(holder.organizationId())
                .setIssuer(holder.learner().issuer())
                .setSubject(holder.learner().subject())
                .setTestId(key.testId())
                .setReason(KeyCloseReason.valueOf(closing.reason().name()))
                .setClosedAt(closing.at())
                .build();
        return publication(key, NameBasedId.of("KeyClosed", key.id().toString()), event, closing.cause());
    }

    private static Publication publication(TestKey key, UUID id, SpecificRecord event, Cause cause) {
        return new Publication(Topics.KEY_EVENTS, key.id().toString(), id, event, cause);
    }
}
