package dev.seatkey.torture.inside.broken;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/** Tells whether what this thread wrote to the store changed something there. */
final class WriteCount implements CommandListener {
    private static final BsonInt32 NONE = new BsonInt32(0);

    private final ThreadLocal<Boolean> changed = ThreadLocal.withInitial(() -> false);

    void begin() {
        changed.set(false);
    }

    boolean hasChangedSomething() {
        return changed.get();
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        if (changes(event.getCommandName(), event.getResponse()) > 0) {
            changed.set(true);
        }
    }

    private static int changes(String command, BsonDocument response) {
        return switch (command) {
            case "insert", "delete" -> response.getNumber("n", NONE).intValue();
            case "update" ->
                response.getNumber("nModified", NONE).intValue()
                        + (response.containsKey("upserted")
                                ? response.getArray("upserted").size()
                                : 0);
            default -> 0;
        };
    }
}
