package dev.seatkey.messaging.testkit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;

/** A database that dies right before or right after the n-th write that it is given. */
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
    private final boolean before;
    private int writes;

    private CrashingDatabase(int fatalWrite, boolean before) {
        this.fatalWrite = fatalWrite;
        this.before = before;
    }

    static MongoDatabase crashing(MongoDatabase real, int fatalWrite, boolean before) {
        return new CrashingDatabase(fatalWrite, before).wrapped(real);
    }

    private MongoDatabase wrapped(MongoDatabase database) {
        return proxy(MongoDatabase.class, database);
    }

    private <T> T proxy(Class<T> type, T real) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    boolean fatal = WRITES.contains(method.getName()) && ++writes == fatalWrite;
                    if (fatal && before) {
                        throw new Crash("before write " + fatalWrite);
                    }
                    Object result = call(real, method, arguments);
                    if (fatal) {
                        throw new Crash("after write " + fatalWrite);
                    }
                    return wrappedAgain(result);
                }));
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
