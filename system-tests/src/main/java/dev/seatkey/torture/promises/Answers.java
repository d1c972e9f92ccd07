package dev.seatkey.torture.promises;

import dev.seatkey.localstack.outside.Seen;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Questions and their answers: each record that asks is answered once, and once more each time that it is replayed; the same
 * question always with the same answer.
 */
final class Answers {
    private final String what;
    private final Replays replays;
    private final Map<String, Subject> subjects = new HashMap<>();

    Answers(String what, String worker) {
        this.what = what;
        this.replays = new Replays(worker);
    }

    void asked(String subject, Object question) {
        of(subject).asked(question.hashCode());
    }

    /** @param essence what must be the same whenever the same answer is given */
    void answered(String subject, Seen<?> answer, Object essence) {
        of(subject).answered(answer.eventId(), essence.hashCode());
    }

    void replayed(String worker) {
        if (replays.isOf(worker)) {
            subjects.values().forEach(Subject::replayed);
        }
    }

    long outstanding() {
        return subjects.values().stream()
                .mapToLong(each -> Math.max(0, each.expected - each.answers))
                .sum();
    }

    List<String> broken() {
        var breaches = new Breaches();
        subjects.forEach((name, each) -> {
            breaches.unless(
                    each.answers >= each.expected,
                    "%s %s: %d answers are missing of %d",
                    what,
                    name,
                    each.expected - each.answers,
                    each.expected);
            breaches.unless(
                    each.answers <= each.expected,
                    "%s %s: %d answers to %d records",
                    what,
                    name,
                    each.answers,
                    each.expected);
            breaches.unless(
                    each.ids.size() <= each.questions.size(),
                    "%s %s: %d different event ids for %d different questions",
                    what,
                    name,
                    each.ids.size(),
                    each.questions.size());
            breaches.unless(
                    each.bodies.size() <= each.ids.size(),
                    "%s %s: %d different answers under %d event ids",
                    what,
                    name,
                    each.bodies.size(),
                    each.ids.size());
        });
        return breaches.list();
    }

    int size() {
        return subjects.size();
    }

    private Subject of(String name) {
        return subjects.computeIfAbsent(name, unknown -> new Subject());
    }

    private static final class Subject {
        private final Set<Integer> questions = new HashSet<>(2);
        private final Set<String> ids = new HashSet<>(2);
        private final Set<Integer> bodies = new HashSet<>(2);
        private int records;
        private int expected;
        private int answers;

        void asked(int question) {
            questions.add(question);
            records++;
            expected++;
        }

        void answered(String id, int body) {
            ids.add(id);
            bodies.add(body);
            answers++;
        }

        void replayed() {
            expected += records;
        }
    }
}
