package dev.seatkey.messaging.testkit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A database that dies before, in the middle of, or after the n-th write that it is given. */
final class CrashingDatabase {
    private static final Set<String> WRITES = Set.of(
            "insertOne",
            "insertMany",
            "bulkWrite",
            "updateOne",
            "updateMany",
            "replaceOne",
            "deleteOne",
            "deleteMany",
            "findOneAndUpdate",
            "findOneAndReplace",
            "findOneAndDelete");

    private final int fatalWrite;
    private final Moment moment;
    private int writes;

    /** When within the fatal write. */
    enum Moment {
        BEFORE,
        /** Of many documents, the first half is written: an ordered write cut off. */
        HALFWAY,
        /** Of many documents, every second is written: an unordered write cut off. */
        SCATTERED,
        AFTER
    }

    private CrashingDatabase(int fatalWrite, Moment moment) {
        this.fatalWrite = fatalWrite;
        this.moment = moment;
    }

    static MongoDatabase crashing(MongoDatabase real, int fatalWrite, Moment moment) {
        return new CrashingDatabase(fatalWrite, moment).wrapped(real);
    }

    private MongoDatabase wrapped(MongoDatabase database) {
        return proxy(MongoDatabase.class, database);
    }

    private <T> T proxy(Class<T> type, T real) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    boolean fatal = WRITES.contains(method.getName()) && ++writes == fatalWrite;
                    if (!fatal) {
                        return wrappedAgain(call(real, method, arguments));
                    }
                    if (written(arguments)) {
                        call(real, method, arguments);
                    }
                    throw new Crash(moment + " of write " + fatalWrite);
                }));
    }

    /** Cuts the documents down to those that are written; whether any are. */
    private boolean written(Object[] arguments) {
        if (moment == Moment.BEFORE || moment == Moment.AFTER) {
            return moment == Moment.AFTER;
        }
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof List<?> documents) {
                List<?> some = moment == Moment.HALFWAY || isOrdered(arguments)
                        ? documents.subList(0, documents.size() / 2)
                        : everySecond(documents);
                arguments[i] = some;
                return !some.isEmpty();
            }
        }
        return false;
    }

    private static boolean isOrdered(Object[] arguments) {
        for (Object argument : arguments) {
            if (argument instanceof InsertManyOptions options) {
                return options.isOrdered();
            }
            if (argument instanceof BulkWriteOptions options) {
                return options.isOrdered();
            }
        }
        return true;
    }

    private static List<?> everySecond(List<?> documents) {
        return IntStream.range(0, documents.size())
                .filter(i -> i % 2 == 1)
                .mapToObj(documents::get)
                .toList();
    }

    private Object wrappedAgain(Object result) {
        if (result instanceof MongoCollection<?> collection) {
            return proxy(MongoCollection.class, collection);
        }
        return result instanceof MongoDatabase database ? wrapped(database) : result;
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
