package dev.seatkey.approval.decisions;

import static dev.seatkey.approval.decisions.Fixtures.APPROVER;
import static dev.seatkey.approval.decisions.Fixtures.COLLEAGUE;
import static dev.seatkey.approval.decisions.Fixtures.ORGANIZATIONS;
import static dev.seatkey.approval.decisions.Fixtures.OTHER_APPROVER;
import static dev.seatkey.approval.decisions.Fixtures.PUPILS_TEACHER;
import static dev.seatkey.approval.decisions.Fixtures.REGISTERED;
import static dev.seatkey.approval.decisions.Fixtures.SELLER;
import static dev.seatkey.approval.decisions.Fixtures.approval;
import static dev.seatkey.approval.decisions.Fixtures.cause;
import static dev.seatkey.approval.decisions.Fixtures.decline;
import static dev.seatkey.approval.decisions.Fixtures.sale;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatkey.approval.decisions.Answer.Refused;
import dev.seatkey.approval.decisions.Answer.Settled;
import dev.seatkey.approval.decisions.Answer.Unmatched;
import dev.seatkey.approval.decisions.DecideSales.Stored;
import dev.seatkey.approval.decisions.ReportUnmatched.Overdue;
import dev.seatkey.approval.decisions.SaleMessage.DecisionMade;
import dev.seatkey.approval.decisions.SaleMessage.SaleArrived;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecideSalesTest {
    private static final Duration A_DAY = Duration.ofHours(24);

    private final Map<String, Approval> stored = new HashMap<>();
    private final ReportUnmatched reportUnmatched = new ReportUnmatched(A_DAY);
    private DecideSales decideSales = new DecideSales(new FourEyes(false), A_DAY);
    private int offset;

    @Test
    @DisplayName("A1: an approval settles a pending sale")
    void approvesAPendingSale() {
        handle(arrival("s-1"));

        List<Answer> answers = handle(made(approval("s-1", APPROVER)));

        assertThat(answers).singleElement().isInstanceOfSatisfying(Settled.class, settled -> {
            assertThat(settled.sale()).isEqualTo(sale("s-1"));
            assertThat(settled.outcome().decision().decidedBy()).isEqualTo(APPROVER);
        });
    }

    @Test
    @DisplayName("A1: the same decision sent again gets the same answer; a different one is refused")
    void answersTheSameDecisionTheSameAndRefusesAnother() {
        handle(arrival("s-1"));
        List<Answer> first = handle(made(approval("s-1", APPROVER)));

        for (int again = 0; again < 10; again++) {
            assertThat(handle(made(approval("s-1", APPROVER)))).isEqualTo(first);
        }
        List<Answer> second = handle(made(decline("s-1", OTHER_APPROVER, "too dear")));
        assertThat(codes(second)).containsExactly(RefusalCode.ALREADY_DECIDED);
        assertThat(((Refused) second.get(0)).message())
                .isEqualTo("Sale s-1 was approved before, by user eva of head-office.");
        assertThat(codes(handle(made(new SaleDecision("s-1", Verdict.APPROVE, APPROVER, "on second thoughts")))))
                .containsExactly(RefusalCode.ALREADY_DECIDED);
    }

    @Test
    @DisplayName("A1: of two decisions at the same instant the first wins")
    void letsTheFirstOfTwoWin() {
        handle(arrival("s-1"));

        List<Answer> answers =
                handle(made(decline("s-1", APPROVER, "no budget")), made(approval("s-1", OTHER_APPROVER)));

        assertThat(answers.get(0)).isInstanceOf(Settled.class);
        assertThat(codes(answers)).containsExactly(RefusalCode.ALREADY_DECIDED);
    }

    @Test
    @DisplayName("A2: a decision that arrives before its sale is applied when the sale arrives")
    void keepsADecisionUntilItsSaleArrives() {
        assertThat(handle(made(approval("s-1", APPROVER)))).isEmpty();

        List<Answer> answers = handle(arrival("s-1"));

        assertThat(answers).singleElement().isInstanceOfSatisfying(Settled.class, settled -> assertThat(settled.at())
                .isEqualTo(REGISTERED.plusSeconds(2)));
    }

    @Test
    @DisplayName("A2: of several decisions that wait, the first that is allowed applies, and each is answered once")
    void answersEachWaitingDecisionInTheOrderOfArrival() {
        handle(
                made(approval("s-1", SELLER)),
                made(approval("s-1", APPROVER)),
                made(approval("s-1", APPROVER)),
                made(decline("s-1", OTHER_APPROVER, "late")));

        List<Answer> answers = handle(arrival("s-1"));

        assertThat(answers).hasSize(3);
        assertThat(answers.get(1)).isInstanceOf(Settled.class);
        assertThat(codes(answers)).containsExactly(RefusalCode.SAME_PERSON, RefusalCode.ALREADY_DECIDED);
    }

    @Test
    void remembersNoMoreWaitingDecisionsThanItsCap() {
        for (int i = 0; i < 100; i++) {
            assertThat(handle(made(decline("s-1", APPROVER, "reason " + i)))).isEmpty();
        }

        assertThat(codes(handle(made(decline("s-1", APPROVER, "one more")))))
                .containsExactly(RefusalCode.TOO_MANY_WAITING);
        for (int i = 0; i < 500; i++) {
            assertThat(handle(made(decline("s-1", APPROVER, "reason 0")))).isEmpty();
        }
        assertThat(handle(arrival("s-1"))).hasSize(100);
    }

    @Test
    @DisplayName(
            "A2: a decision that has waited for the set time is reported once, and still applies if the sale comes")
    void reportsADecisionWhoseSaleDoesNotCome() {
        handle(made(approval("s-1", APPROVER)));
        Instant due = REGISTERED.plusSeconds(1).plus(A_DAY);
        assertThat(known().dueAt()).isEqualTo(due);

        assertThat(overdue("s-1", due.minusMillis(1))).isEmpty();
        assertThat(overdue("s-1", due)).singleElement().isInstanceOf(Unmatched.class);
        assertThat(overdue("s-1", due.plusSeconds(1))).isEmpty();
        assertThat(known().dueAt()).isNull();

        assertThat(handle(arrival("s-1"))).singleElement().isInstanceOf(Settled.class);
    }

    @Test
    @DisplayName("A2: a sale that comes in time is nothing to report")
    void forgetsToReportWhenTheSaleCameInTime() {
        handle(made(approval("s-1", APPROVER)), arrival("s-1"));

        assertThat(known().dueAt()).isNull();
        assertThat(overdue("s-1", REGISTERED.plus(A_DAY.multipliedBy(2)))).isEmpty();
    }

    @Test
    @DisplayName("A3: who registered a sale cannot approve it, nor can anyone of that organization or below it")
    void keepsFourEyes() {
        handle(arrival("s-1"));

        assertThat(codes(handle(
                        made(approval("s-1", SELLER)),
                        made(approval("s-1", COLLEAGUE)),
                        made(approval("s-1", PUPILS_TEACHER)),
                        made(approval("s-1", new User("nowhere", "eva"))))))
                .containsExactly(
                        RefusalCode.SAME_PERSON,
                        RefusalCode.CONFLICT_OF_INTEREST,
                        RefusalCode.CONFLICT_OF_INTEREST,
                        RefusalCode.UNKNOWN_ORGANIZATION);
        assertThat(known().outcome()).isNull();
    }

    @Test
    @DisplayName("A3: nobody may approve of whose organization it can't be said where it belongs")
    void refusesAnApprovalWhereTheTreeHasAGap() {
        handle(arrival("s-1"));

        assertThat(codes(handle(
                        made(approval("s-1", new User("orphanage", "eva"))),
                        made(approval("s-1", new User("ring", "eva"))))))
                .containsExactly(RefusalCode.UNKNOWN_ORGANIZATION, RefusalCode.UNKNOWN_ORGANIZATION);
        assertThat(known().outcome()).isNull();
    }

    @Test
    @DisplayName("A3: only a user of the deciding organization decides, by the very id")
    void refusesADeciderWhomTheOrganizationDoesNotHave() {
        handle(arrival("s-1"));

        assertThat(codes(handle(
                        made(approval("s-1", new User("head-office", "nobody"))),
                        made(approval("s-1", new User("head-office", "Eva"))),
                        made(approval("s-1", new User("head-office", "eva "))),
                        made(decline("s-1", new User("head-office", "nobody"), "no budget")))))
                .hasSize(4)
                .containsOnly(RefusalCode.UNKNOWN_USER);
        assertThat(known().outcome()).isNull();
    }

    @Test
    @DisplayName("A3: refused for who decides, a decision gets that answer also when the sale is decided")
    void saysWhoMayNotBeforeItSaysTooLate() {
        handle(arrival("s-1"), made(approval("s-1", SELLER)), made(approval("s-1", APPROVER)));

        assertThat(codes(handle(made(approval("s-1", SELLER))))).containsExactly(RefusalCode.SAME_PERSON);
    }

    @Test
    @DisplayName("A3: a setting lets colleagues approve, but never the registrant")
    void canLetTheRegisteringOrganizationApprove() {
        decideSales = new DecideSales(new FourEyes(true), A_DAY);
        handle(arrival("s-1"));

        List<Answer> answers = handle(made(approval("s-1", SELLER)), made(approval("s-1", COLLEAGUE)));

        assertThat(codes(answers)).containsExactly(RefusalCode.SAME_PERSON);
        assertThat(answers.get(1)).isInstanceOf(Settled.class);
    }

    @Test
    @DisplayName("A3: a decline needs a reason")
    void refusesADeclineWithoutAReason() {
        handle(arrival("s-1"));

        assertThat(codes(handle(made(decline("s-1", APPROVER, null)), made(decline("s-1", APPROVER, " \t")))))
                .containsExactly(RefusalCode.REASON_REQUIRED, RefusalCode.REASON_REQUIRED);
        assertThat(codes(handle(made(decline("unknown", APPROVER, null)))))
                .containsExactly(RefusalCode.REASON_REQUIRED);
    }

    @Test
    void refusesWhatItCannotUnderstandOrKeep() {
        String huge = "x".repeat(1_000_000);

        List<Answer> answers = handle(
                made(new SaleDecision("s-1", Verdict.UNKNOWN, APPROVER, null)),
                made(decline("s-1", APPROVER, huge)),
                made(decline("s-1", APPROVER, "no\u0000budget")),
                made(approval("s-\u20281", APPROVER)),
                made(approval("s-1", new User("head\noffice", "eva"))),
                made(approval("s-1", new User("head-office", "e\u0085va"))));

        assertThat(codes(answers)).hasSize(6).containsOnly(RefusalCode.INVALID);
        assertThat(answers).allSatisfy(answer -> assertThat(((Refused) answer).message())
                .hasSizeLessThan(400)
                .doesNotContainPattern("[\\p{Cntrl}\\u0085\\u2028]"));
        assertThat(stored).isEmpty();
    }

    @ParameterizedTest(name = "approved at {0}")
    @ValueSource(
            strings = {
                "2027-03-01T04:59:59Z 0",
                "2027-03-02T04:59:59Z 0",
                "2027-03-02T05:00:00Z 1",
                "2027-03-20T03:59:59Z 18",
                "2027-03-20T04:00:00Z 19",
                "2028-06-01T00:00:00Z 365"
            })
    @DisplayName("A6: tells whole days of the plan that were lost, in the plan's time zone")
    void countsTheDaysLost(String atAndDays) {
        String[] parts = atAndDays.split(" ");

        assertThat(sale("s-1").daysPassedAt(Instant.parse(parts[0]))).isEqualTo(Integer.parseInt(parts[1]));
    }

    @Test
    void givesDifferentDecisionsDifferentDigests() {
        assertThat(approval("s-1", APPROVER).digest())
                .isEqualTo(approval("s-1", APPROVER).digest());
        assertThat(List.of(
                                approval("s-1", APPROVER),
                                approval("s-2", APPROVER),
                                approval("s-1", OTHER_APPROVER),
                                new SaleDecision("s-1", Verdict.APPROVE, APPROVER, ""),
                                new SaleDecision("s-1", Verdict.APPROVE, APPROVER, "none"),
                                decline("s-1", APPROVER, ""))
                        .stream()
                        .map(SaleDecision::digest)
                        .distinct())
                .hasSize(6);
    }

    private List<Answer> handle(SaleMessage... messages) {
        return stored(decideSales.decide(List.of(messages), new Stored(Map.copyOf(stored), ORGANIZATIONS)));
    }

    private List<Answer> overdue(String saleId, Instant at) {
        return stored(
                reportUnmatched.decide(List.of(new Overdue(saleId, cause(nextRecord(), at))), Map.copyOf(stored)));
    }

    private List<Answer> stored(Decided decided) {
        decided.changed().forEach(approval -> stored.put(approval.saleId(), approval));
        return new ArrayList<>(decided.answers());
    }

    private Approval known() {
        return Objects.requireNonNull(stored.get("s-1"));
    }

    private SaleArrived arrival(String saleId) {
        String record = nextRecord();
        return new SaleArrived(sale(saleId), cause(record, REGISTERED.plusSeconds(offset)));
    }

    private DecisionMade made(SaleDecision decision) {
        String record = nextRecord();
        return new DecisionMade(decision, cause(record, REGISTERED.plusSeconds(offset)));
    }

    private String nextRecord() {
        return "topic-0@" + offset++;
    }

    private static List<RefusalCode> codes(List<Answer> answers) {
        return answers.stream()
                .filter(Refused.class::isInstance)
                .map(answer -> ((Refused) answer).code())
                .toList();
    }
}
