package dev.seatkey.torture.promises;

import dev.seatkey.localstack.outside.Seen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Questions and their answers: each record that asks is answered once, and once more each time that it is replayed; the same
 * question always with the same event, and no other question with that. An answer names a record that asked its question as its
 * cause.
 */
final class Answers {
    private final String what;
    private final String worker;
    private final Copies copies;
    private final Predicate<String> isOwed;
    private final Map<String, Subject> subjects = new HashMap<>();

    /** Every record is answered for itself. */
    Answers(String what, String worker) {
        this(what, worker, Copies.EACH_ANSWERED, subject -> true);
    }

    /** @param isOwed whether answers about a subject must come; else they may */
    Answers(String what, String worker, Copies copies, Predicate<String> isOwed) {
        this.what = what;
        this.worker = worker;
        this.copies = copies;
        this.isOwed = isOwed;
    }

    /** What is owed to records with the same question. */
    enum Copies {
        /** Each is answered for itself. */
        EACH_ANSWERED,
        /** Those that had to wait are answered together. From outside nobody can tell which of them did. */
        MAY_WAIT_TOGETHER
    }

    void asked(String subject, Seen<?> record) {
        of(subject).asked(idOf(record), record.body().hashCode(), copies);
    }

    /** @param essence what must be the same whenever the same answer is given */
    void answered(String subject, Seen<?> record, Object essence) {
        var cause = record.headers().getOrDefault("ce_causationid", "");
        of(subject).answered(new Answer(cause, record.eventId(), essence.hashCode()));
    }

    void replayed(String replayed) {
        if (worker.equals(replayed)) {
            subjects.forEach((name, subject) -> subject.questions.forEach(each -> each.replayed(isOwed.test(name))));
        }
    }

    long outstanding() {
        return subjects.entrySet().stream()
                .filter(each -> isOwed.test(each.getKey()))
                .flatMap(each -> each.getValue().questions.stream())
                .mapToLong(Question::missing)
                .sum();
    }

    List<String> broken() {
        var breaches = new Breaches();
        subjects.forEach((name, subject) -> {
            var label = what + " " + name;
            subject.questions.forEach(each -> judge(label, each, isOwed.test(name), breaches));
            subject.astray.forEach(each -> breaches.unless(
                    false, "%s: event %s answers %s, which did not ask", label, each.eventId(), each.cause()));
            breaches.unless(
                    subject.eventIds().size() >= subject.questionsAnswered(),
                    "%s: %d different event ids for %d different questions",
                    label,
                    subject.eventIds().size(),
                    subject.questionsAnswered());
        });
        return breaches.list();
    }

    private static void judge(String label, Question question, boolean owed, Breaches breaches) {
        breaches.unless(
                !owed || question.missing() == 0,
                "%s: %d answers are missing of %d",
                label,
                question.missing(),
                question.least());
        breaches.unless(
                question.answers <= question.most(),
                "%s: %d answers to %d records",
                label,
                question.answers,
                question.most());
        var ids = question.eventIds();
        breaches.unless(ids.size() <= 1, "%s: %d different event ids for the same question", label, ids.size());
        breaches.unless(
                question.given.size() <= ids.size(),
                "%s: %d different answers under %d event ids",
                label,
                question.given.size(),
                ids.size());
    }

    private Subject of(String name) {
        return subjects.computeIfAbsent(name, unknown -> new Subject());
    }

    /** A message is known by its sender's id, or else by the coordinates of its record. */
    private static String idOf(Seen<?> record) {
        return record.eventId().isEmpty()
                ? record.topic() + "-" + record.partition() + "@" + record.offset()
                : record.eventId();
    }

    /** What was asked about one subject, and what was answered. */
    private static final class Subject {
        private final List<Question> questions = new ArrayList<>(1);
        private final List<Answer> astray = new ArrayList<>(0);

        void asked(String record, int content, Copies copies) {
            var question = questions.stream()
                    .filter(each -> each.content == content)
                    .findFirst()
                    .orElseGet(() -> added(new Question(content)));
            question.asked(record, copies);
            // Topics are read side by side, so that an answer may be seen before its question.
            var arrived =
                    astray.stream().filter(each -> each.cause.equals(record)).toList();
            astray.removeAll(arrived);
            arrived.forEach(question::answered);
        }

        private Question added(Question question) {
            questions.add(question);
            return question;
        }

        void answered(Answer answer) {
            questions.stream()
                    .filter(each -> each.records.contains(answer.cause))
                    .findFirst()
                    .ifPresentOrElse(each -> each.answered(answer), () -> astray.add(answer));
        }

        Set<String> eventIds() {
            return questions.stream().flatMap(each -> each.eventIds().stream()).collect(Collectors.toSet());
        }

        long questionsAnswered() {
            return questions.stream().filter(each -> each.answers > 0).count();
        }
    }

    /** Records with the same content, and the answers to them. */
    private static final class Question {
        private final int content;
        private final List<String> records = new ArrayList<>(1);
        private final Set<Given> given = new HashSet<>(2);
        private int leastOfOnePass;
        private int mostOfOnePass;
        private int ofReplays;
        private int answers;

        Question(int content) {
            this.content = content;
        }

        void asked(String record, Copies copies) {
            records.add(record);
            mostOfOnePass++;
            leastOfOnePass = copies == Copies.EACH_ANSWERED ? leastOfOnePass + 1 : Math.max(1, leastOfOnePass);
        }

        void answered(Answer answer) {
            given.add(new Given(answer.eventId, answer.essence));
            answers++;
        }

        /** However many answers there were to one pass over the records, the next pass gives as many. */
        void replayed(boolean owed) {
            var ofThisPass = answers - ofReplays;
            if (owed) {
                ofThisPass = Math.max(leastOfOnePass, Math.min(mostOfOnePass, ofThisPass));
                leastOfOnePass = ofThisPass;
                mostOfOnePass = ofThisPass;
            }
            ofReplays += ofThisPass;
        }

        int least() {
            return ofReplays + leastOfOnePass;
        }

        int most() {
            return ofReplays + mostOfOnePass;
        }

        int missing() {
            return Math.max(0, least() - answers);
        }

        Set<String> eventIds() {
            return given.stream().map(Given::eventId).collect(Collectors.toSet());
        }
    }

    private record Answer(String cause, String eventId, int essence) {}

    private record Given(String eventId, int essence) {}
}
