package dev.seatkey.localstack.books;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What one collection must hold by the topics, compared with what it holds, document by document. */
final class Comparison<K> {
    private final Account<K> account;
    private final Set<K> remaining;
    private final List<Difference> differences = new ArrayList<>();
    private final long told;
    private long stored;

    Comparison(Account<K> account) {
        this.account = account;
        this.remaining = new HashSet<>(account.told());
        this.told = remaining.size();
    }

    /** Compares a document of the collection. */
    void compare(Stored document) {
        stored++;
        var subject = account.subjectOf(document);
        var facts = account.told(subject);
        if (facts == null) {
            if (!account.mayBeForgotten(subject, document)) {
                differences.add(superfluous(subject, document));
            }
        } else if (remaining.remove(subject)) {
            facts.tellDifferences(
                    account.stored(subject, document),
                    (field, expected, found) -> differences.add(
                            Difference.different(account.place(), subject.toString(), field, expected, found)));
        } else {
            differences.add(superfluous("a second " + subject, document));
        }
    }

    private Difference superfluous(Object subject, Stored document) {
        return Difference.superfluous(account.place(), subject.toString(), "the document " + document.text("_id"));
    }

    /** Everything that differs, after all documents were compared. */
    List<Difference> differences() {
        var all = new ArrayList<>(differences);
        remaining.stream()
                .filter(subject -> !account.mayBeGone(subject))
                .map(subject -> Difference.missing(
                        account.place(),
                        subject.toString(),
                        Objects.requireNonNull(account.told(subject)).toString()))
                .forEach(all::add);
        return all;
    }

    /** How much that was. */
    Findings.Compared compared() {
        return new Findings.Compared(
                account.place(), told, stored, differences().size());
    }
}
