package dev.seatkey.keys.issuing;

import dev.seatkey.messaging.due.Slices;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A key as it is stored; see {@link TestKey}. Public only for the driver's codec. */
public record KeyDocument(
        @BsonId UUID id,
        String code,
        String saleId,
        int seatNumber,
        String organizationId,
        String issuer,
        String subject,
        String testId,
        String timeZone,
        int termDays,
        Instant planTo,
        List<Term> terms,
        @Nullable Closing closing,
        int position,
        int slice,
        @Nullable Instant dueAt) {

    static KeyDocument of(TestKey key) {
        KeyHolder holder = key.holder();
        Timetable timetable = key.timetable();
        return new KeyDocument(
                key.id(),
                key.code().text(),
                holder.saleId(),
                holder.seatNumber(),
                holder.organizationId(),
                holder.learner().issuer(),
                holder.learner().subject(),
                key.testId(),
                timetable.zone().getId(),
                timetable.termDays(),
                timetable.planTo(),
                key.terms(),
                key.closing(),
                key.position(),
                Slices.of(key.id().toString()),
                key.dueAt());
    }

    TestKey toKey() {
        Timetable timetable = new Timetable(terms.get(0).from(), ZoneId.of(timeZone), termDays, planTo);
        KeyHolder holder = new KeyHolder(saleId, seatNumber, organizationId, new Learner(issuer, subject));
        return new TestKey(id, new KeyCode(code), holder, testId, timetable, terms, closing);
    }
}
