package dev.seatkey.torture;

import dev.seatkey.localstack.books.BooksAddresses;
import dev.seatkey.localstack.books.BooksCheck;
import dev.seatkey.localstack.books.Difference;
import dev.seatkey.localstack.stack.Surroundings;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The books, compared with the stores. */
final class Books {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Books() {}

    /** What the stores say otherwise than the topics, and whatever work was never done. */
    static List<String> differences(Surroundings surroundings) {
        var findings = BooksCheck.of(new BooksAddresses(
                        surroundings.broker(),
                        surroundings.registry(),
                        surroundings.store(),
                        surroundings.databasePrefix()))
                .waitingFor(PATIENCE)
                .run();
        return Stream.concat(
                        findings.behind().stream().map(each -> "not done yet: " + each),
                        findings.differences().stream().map(Difference::line))
                .toList();
    }
}
