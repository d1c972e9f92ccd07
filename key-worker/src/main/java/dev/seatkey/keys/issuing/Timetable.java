package dev.seatkey.keys.issuing;

import dev.seatkey.keys.plans.Sold;
import java.time.Instant;
import java.time.ZoneId;

/**
 * When the terms of a key run (K7).
 *
 * @param start the first instant of the first term
 * @param zone in which the days of a term are counted
 * @param termDays calendar days that a term lasts
 * @param planTo the end of the plan, and of every key under it
 */
public record Timetable(Instant start, ZoneId zone, int termDays, Instant planTo) {

    static Timetable under(Sold sold, Instant start) {
        return new Timetable(start, sold.zone(), sold.keyLengthDays(), sold.to());
    }

    /**
     * The end of a term. It is counted from the first term's start, and not from the last term's end: a day without that
     * time of day moves one end, and not all that follow.
     */
    Instant endOf(int term) {
        return start.atZone(zone).plusDays((long) termDays * term).toInstant();
    }
}
