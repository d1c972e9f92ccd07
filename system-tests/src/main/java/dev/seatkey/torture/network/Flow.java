package dev.seatkey.torture.network;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** One direction of a connection: what comes from one side goes to the other, in its order. */
final class Flow {
    private static final int MOST_UNDER_WAY = 1 << 20;

    private final SocketChannel from;
    private final SocketChannel to;
    private final Deque<Chunk> underWay = new ArrayDeque<>();
    private int bytesUnderWay;
    private boolean heldUp;
    private boolean breaksNext;
    private boolean broken;
    private boolean ended;
    private boolean shut;

    Flow(SocketChannel from, SocketChannel to) {
        this.from = from;
        this.to = to;
    }

    /** From now on only half of the next chunk passes, and nothing after it. */
    void breakNext() {
        breaksNext = true;
    }

    /** What is under way arrives at once, and the next chunk is whole; what was broken stays so. */
    void heal() {
        breaksNext = false;
        var now = System.nanoTime();
        for (var left = underWay.size(); left > 0; left--) {
            underWay.add(new Chunk(underWay.remove().bytes(), now));
        }
    }

    /** Takes what has come from the one side, and passes it on where nothing delays it. */
    void take(ByteBuffer buffer, Duration delay) throws IOException {
        buffer.clear();
        if (from.read(buffer) < 0) {
            ended = true;
        } else {
            pass(buffer.flip(), delay);
        }
        flush();
    }

    /** Passes on what has been on its way long enough. */
    void flush() throws IOException {
        heldUp = false;
        for (var chunk = arrived(); chunk != null && !heldUp; chunk = arrived()) {
            bytesUnderWay -= to.write(chunk.bytes());
            heldUp = chunk.bytes().hasRemaining();
            if (!heldUp) {
                underWay.remove();
            }
        }
        if (ended && underWay.isEmpty() && !shut) {
            to.shutdownOutput();
            shut = true;
        }
    }

    boolean wantsMore() {
        return !ended && !broken && bytesUnderWay < MOST_UNDER_WAY;
    }

    /** Whether something has arrived that the other side does not take yet. */
    boolean isHeldUp() {
        return heldUp;
    }

    /** In how many nanoseconds something arrives that is not held up; long after where nothing will. */
    long untilNextArrival() {
        var next = underWay.peek();
        return next == null || heldUp ? Long.MAX_VALUE : next.arrival() - System.nanoTime();
    }

    /** Whether half of a chunk has passed and nothing else will. */
    boolean isBroken() {
        return broken && underWay.isEmpty();
    }

    /** Whether all has passed and the other side knows. */
    boolean isOver() {
        return shut;
    }

    private void pass(ByteBuffer bytes, Duration delay) throws IOException {
        if (breaksNext) {
            bytes.limit(bytes.limit() / 2);
            broken = true;
        }
        if (underWay.isEmpty() && delay.isZero()) {
            to.write(bytes);
        }
        if (bytes.hasRemaining()) {
            bytesUnderWay += bytes.remaining();
            var copy = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
            underWay.add(new Chunk(copy, System.nanoTime() + delay.toNanos()));
        }
    }

    private @Nullable Chunk arrived() {
        var next = underWay.peek();
        return next != null && next.arrival() - System.nanoTime() <= 0 ? next : null;
    }

    /** Bytes under way, and when they arrive, by {@link System#nanoTime}. */
    private record Chunk(ByteBuffer bytes, long arrival) {}
}
