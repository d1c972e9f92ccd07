package dev.seatkey.notifier.mails;

import dev.seatkey.notifier.mails.Answer.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A mailbox that keeps what it accepts, and does what the test says after it has decided. */
final class TestMailbox implements Mailbox {
    private final List<UUID> accepted = new ArrayList<>();
    private UnaryOperator<Answer> beforeAnswering = answer -> answer;
    private Answer next = new Answer(Kind.ACCEPTED, "");
    private int visits;

    /** From now on, gives this answer. */
    void answering(Kind kind, String text) {
        next = new Answer(kind, text);
    }

    /** From now on, what happens between the decision and the answer: another answer, or the end of the process. */
    void beforeAnswering(UnaryOperator<Answer> happening) {
        beforeAnswering = happening;
    }

    /** The mails that it has, each as often as there are copies. */
    List<UUID> accepted() {
        return List.copyOf(accepted);
    }

    int visits() {
        return visits;
    }

    @Override
    public Visit visit() {
        visits++;
        return new Visit() {
            @Override
            public Answer post(Mail mail) {
                if (next.kind() == Kind.ACCEPTED) {
                    accepted.add(mail.mailId());
                }
                return beforeAnswering.apply(next);
            }

            @Override
            public void close() {}
        };
    }
}
