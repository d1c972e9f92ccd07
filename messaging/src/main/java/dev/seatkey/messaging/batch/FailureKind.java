package dev.seatkey.messaging.batch;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import dev.seatkey.messaging.BrokenRecord;
import dev.seatkey.messaging.PassingFault;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;

/** What kind of failure an exception is, which decides what happens to the batch. */
enum FailureKind {
    /** The record can never be handled: dead letters, at once. */
    BROKEN,
    /** Something is away: tried again for as long as it takes. */
    PASSING,
    /** None of these: tried a few times, then dead letters with the stack. */
    BUG;

    /**
     * Errors of single writes that say that the server is going away or busy, and nothing about the document (MongoDB's
     * error codes: HostUnreachable, HostNotFound, MaxTimeMSExpired, NetworkTimeout, ShutdownInProgress, WriteConflict,
     * PrimarySteppedDown, ExceededTimeLimit, SocketException, NotWritablePrimary, InterruptedAtShutdown,
     * InterruptedDueToReplStateChange, NotPrimaryNoSecondaryOk, NotPrimaryOrSecondary).
     */
    private static final Set<Integer> PASSING_WRITE_ERRORS =
            Set.of(6, 7, 50, 89, 91, 112, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436);

    /** What MongoDB's driver says once its client is closed: the worker is stopping, no record is to blame. */
    private static final String CLOSED = "state should be: open";

    static FailureKind of(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof BrokenRecord) {
                return BROKEN;
            }
            if (e instanceof SerializationException) {
                return BUG;
            }
            if (e instanceof IllegalStateException && CLOSED.equals(e.getMessage())) {
                return PASSING;
            }
            if (e instanceof PassingFault || e instanceof KafkaException || isPassing(e)) {
                return PASSING;
            }
        }
        return BUG;
    }

    /** Whatever a MongoDB server refuses is passing, also a login, unless it speaks of a single document. */
    private static boolean isPassing(Throwable e) {
        if (e instanceof MongoBulkWriteException bulk) {
            return bulk.getWriteErrors().stream().allMatch(error -> PASSING_WRITE_ERRORS.contains(error.getCode()));
        }
        if (e instanceof MongoWriteException write) {
            return PASSING_WRITE_ERRORS.contains(write.getError().getCode());
        }
        return e instanceof MongoException;
    }
}
