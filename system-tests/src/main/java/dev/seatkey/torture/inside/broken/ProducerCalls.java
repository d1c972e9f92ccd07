package dev.seatkey.torture.inside.broken;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/** Producers whose calls somebody else answers. */
final class ProducerCalls {
    private ProducerCalls() {}

    /** A producer whose calls are answered by {@code handler}. */
    @SuppressWarnings("unchecked") // A proxy knows no type parameters.
    static Producer<byte[], byte[]> answeredBy(InvocationHandler handler) {
        return (Producer<byte[], byte[]>)
                Proxy.newProxyInstance(Producer.class.getClassLoader(), new Class<?>[] {Producer.class}, handler);
    }

    /** Makes a call, and throws what it throws. */
    static @Nullable Object call(Producer<byte[], byte[]> producer, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(producer, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
