package dev.seatkey.localstack.demo;

import dev.seatkey.localstack.console.Text;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Chapter 7: the story's claims are checked against topics and stores. */
final class TheBooksAreChecked {
    private static final Duration TIME_TO_SETTLE = Duration.ofSeconds(10);
    private static final int ROOM_FOR_A_PROBLEM = 400;

    private final Stage stage;
    private final Books books;
    private final Mails mails;
    private final Launches launches;

    TheBooksAreChecked(Stage stage, Books books, Mails mails, Launches launches) {
        this.stage = stage;
        this.books = books;
        this.mails = mails;
        this.launches = launches;
    }

    /** Returns how many claims do not hold. */
    int tell() {
        stage.console().heading("7  The books are checked");
        var claims = Stream.of(
                        new SaleClaims(stage, books, mails).all(),
                        new KeyClaims(stage, books, launches).all(),
                        new StoreClaims(stage).all())
                .flatMap(List::stream)
                .toList();
        return (int) claims.stream().filter(claim -> !holds(claim)).count();
    }

    /** The workers are independent: what one has told, another may not have read yet. */
    private boolean holds(Claim claim) {
        var style = stage.console().style();
        var holds = stage.observer()
                .comesTrue(TIME_TO_SETTLE, () -> claim.problems().get().isEmpty());
        stage.console().line("  " + (holds ? style.good("✓") : style.bad("✗")) + " " + claim.text());
        if (!holds) {
            claim.problems().get().stream().limit(3).forEach(problem -> stage.console()
                    .paragraph(9, style.bad(Text.cut(problem, ROOM_FOR_A_PROBLEM))));
        }
        return holds;
    }
}
