package dev.seatkey.localstack.deadletters;

import java.util.regex.Pattern;

/**
 * Where a dead letter is, which is its name: {@code sale-commands.sale-intake-dlt@12}. A dead letter topic has one partition.
 *
 * @param topic the dead letter topic
 * @param offset its place there
 */
record DeadLetterId(String topic, long offset) {
    private static final Pattern FORM = Pattern.compile("([\\w.-]+-dlt)@(\\d{1,18})");

    static DeadLetterId parse(String typed) {
        var parts = FORM.matcher(typed);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + typed
                    + "' is no id of a dead letter; write it as list does: sale-commands.sale-intake-dlt@12");
        }
        return new DeadLetterId(parts.group(1), Long.parseLong(parts.group(2)));
    }

    /** Whether it holds records of this topic. */
    boolean ofTopic(String origin) {
        return topic.startsWith(origin + ".") || topic.equals(origin);
    }

    /** Whether it is this service's. */
    boolean ofService(String service) {
        return topic.endsWith("." + service + "-dlt");
    }

    @Override
    public String toString() {
        return topic + "@" + offset;
    }
}
