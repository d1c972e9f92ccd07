package dev.seatkey.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatkey.contract.DecideSale;
import dev.seatkey.contract.LaunchGranted;
import dev.seatkey.contract.LaunchRefused;
import dev.seatkey.contract.MailParked;
import dev.seatkey.contract.MailSent;
import dev.seatkey.contract.PlanActivated;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.UserReference;
import dev.seatkey.contract.Verdict;
import dev.seatkey.localstack.outside.Sender;
import dev.seatkey.schemas.Topics;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.RecordMetadata;

/** What one school sends, and what must come of it: every launch answered and every sale registered, approved and active, once. */
final class Traffic {
    private static final int MORE_THAN_ENOUGH = 10_000;

    private final Product product;
    private final String school;
    private final String plan;
    private final List<String> sales = new ArrayList<>();
    private final List<String> launches = new ArrayList<>();
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    private Traffic(Product product, String school, String plan) {
        this.product = product;
        this.school = school;
        this.plan = plan;
    }

    /** A school with an active plan, from which nothing has come yet. */
    static Traffic ofANewSchool(Product product) {
        var school = product.aSchool();
        var plan = school + "-plan";
        product.sell(school, plan, MORE_THAN_ENOUGH);
        return new Traffic(product, school, plan);
    }

    /** Sends sales with their approvals, and launches, without waiting for anybody. */
    void send(int moreSales, int moreLaunches) {
        Stream.generate(() -> school + "-sale-" + (sales.size() + 1))
                .limit(moreSales)
                .forEach(this::sell);
        Stream.generate(() -> school + "-launch-" + (launches.size() + 1))
                .limit(moreLaunches)
                .forEach(this::launch);
    }

    /** Waits until the broker has all of it. */
    void awaitAcknowledgement() {
        Sender.await(sent);
    }

    /** Waits until all of it has come to its end; the last is what the mail server said to the mails. */
    void awaitAnswers() {
        awaitAcknowledgement();
        product.await("answers to the launches of " + school, () -> answers().containsAll(launches));
        product.await("active plans of " + school, () -> subjects(PlanActivated.class, PlanActivated::getSaleId)
                .containsAll(sales));
        product.await("the end of all mails to " + school, () -> settledMails().containsAll(sales));
    }

    /**
     * Checks that all of it was answered, and nothing twice.
     *
     * @param mostCopies how often one mail may have come, under the same Message-ID
     */
    void assertAnsweredOnce(int mostCopies) {
        var all = new ArrayList<>(sales);
        all.add(plan);
        assertThat(answers()).containsExactlyInAnyOrderElementsOf(launches);
        assertThat(subjects(SaleRegistered.class, each -> each.getSale().getSaleId()))
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(subjects(SaleApproved.class, each -> each.getSale().getSaleId()))
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(subjects(PlanActivated.class, PlanActivated::getSaleId)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(settledMails()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(copies()).hasSize(all.size());
        assertThat(copies().values()).allSatisfy(copies -> assertThat(copies).isBetween(1L, (long) mostCopies));
        assertThat(product.observer().deadLetters()).isEmpty();
    }

    /** How many mails came to the school, by their Message-ID. */
    Map<String, Long> copies() {
        return product.stack().components().mail().receivedBy(school + "@mail.example").stream()
                .collect(Collectors.groupingBy(Traffic::messageId, Collectors.counting()));
    }

    private void sell(String saleId) {
        sales.add(saleId);
        var approval = new DecideSale(saleId, Verdict.APPROVE, new UserReference("head-office", "olga"), null);
        sent.add(product.sender().send(Topics.SALE_COMMANDS, saleId, product.aSaleTo(school, saleId, 1)));
        sent.add(product.sender().send(Topics.APPROVAL_DECISIONS, saleId, approval));
    }

    private void launch(String launchId) {
        launches.add(launchId);
        var launch = product.aLaunch(school, "learner-of-" + launchId, "linux", launchId);
        sent.add(product.sender().send(Topics.TEST_LAUNCHES, school + launch.getSubject(), launch));
    }

    private List<String> answers() {
        var answers = new ArrayList<>(subjects(LaunchGranted.class, LaunchGranted::getLaunchId));
        answers.addAll(subjects(LaunchRefused.class, LaunchRefused::getLaunchId));
        return answers;
    }

    /** The sales whose mails were sent; or parked, which is right where the answer to both copies was lost. */
    private List<String> settledMails() {
        var settled = new ArrayList<>(subjects(MailSent.class, MailSent::getSaleId));
        settled.addAll(subjects(MailParked.class, MailParked::getSaleId));
        return settled;
    }

    /** What events of a type are about, as often as they are there. */
    private <T> List<String> subjects(Class<T> type, Function<T, String> subject) {
        return product.observer().all(type).stream()
                .map(each -> subject.apply(each.body()))
                .filter(each -> each.startsWith(school + "-"))
                .toList();
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
