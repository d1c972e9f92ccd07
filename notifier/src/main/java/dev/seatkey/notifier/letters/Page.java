package dev.seatkey.notifier.letters;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the templates show, in words of one language.
 *
 * @param language BCP 47 tag
 * @param status the news in one word
 * @param heading what it is about
 * @param lead the news in one sentence
 * @param quote what somebody said about it
 * @param facts the sale
 * @param forecast the terms of its keys
 * @param problems what is wrong with it
 * @param closing what to do next
 * @param footer why this mail came
 */
record Page(
        String language,
        String subject,
        String status,
        String heading,
        String lead,
        @Nullable Quote quote,
        @Nullable Facts facts,
        @Nullable Forecast forecast,
        @Nullable Problems problems,
        String closing,
        String footer) {

    /** What somebody said. */
    record Quote(String title, String words) {}

    /** A list of facts. */
    record Facts(String title, List<Fact> rows) {}

    /** One fact. */
    record Fact(String label, String value) {}

    /** A table of terms. */
    record Forecast(
            String title, String note, String term, String firstDay, String lastDay, String days, List<Row> rows) {}

    /**
     * One term.
     *
     * @param days how many, as a number
     * @param length how many days, in words
     */
    record Row(String term, String firstDay, String lastDay, String days, String length) {}

    /** A list of what is wrong. */
    record Problems(String title, List<Problem> rows) {}

    /** One thing that is wrong. */
    record Problem(String field, String message) {}
}
