package dev.seatkey.localstack.demo;

import dev.seatkey.contract.CommandRefused;
import dev.seatkey.contract.DecideSale;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.UserReference;
import dev.seatkey.contract.Verdict;
import dev.seatkey.localstack.console.Text;
import dev.seatkey.localstack.outside.Seen;
import dev.seatkey.localstack.outside.Sender;
import dev.seatkey.schemas.Topics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chapter 3: sales are approved and declined by people who may, and mails go out. */
final class FourEyes {
    private final Stage stage;
    private final Mails mails;
    private int refusalsTold;

    FourEyes(Stage stage, Mails mails) {
        this.stage = stage;
        this.mails = mails;
    }

    void tell() {
        var console = stage.console();
        console.heading("3  Four eyes");
        console.paragraph(
                2,
                "executive-school was approved before it was even registered: the decision was kept and applied when the "
                        + "sale came. The other decisions, as they arrive:");
        console.blank();
        stage.observer()
                .await("the early approval", Stage.PATIENCE, () -> approvals().size() >= 1);
        approvals().forEach(this::tell);
        stage.samples().decisions().forEach(this::decide);
        console.blank();
        approvals().stream()
                .map(Seen::body)
                .filter(each -> each.getDaysLost() > 0)
                .forEach(each -> console.paragraph(
                        2,
                        "Approval does not move dates: " + each.getSale().getSaleId()
                                + " was approved after its activation " + "date and has lost " + each.getDaysLost()
                                + " days."));
        console.blank();
        mails.tell();
    }

    private void decide(DecideSale decision) {
        var before = answers();
        Sender.await(List.of(stage.sender().send(Topics.APPROVAL_DECISIONS, decision.getSaleId(), decision)));
        stage.observer().await("an answer to a decision", Stage.PATIENCE, () -> answers() > before);
        if (refusals().size() > refusalsTold) {
            tell(decision, refusals().get(refusalsTold).body());
            refusalsTold++;
        } else if (decision.getVerdict() == Verdict.APPROVE) {
            tell(approvals().get(approvals().size() - 1));
        } else {
            tellDecline(stage.observer().all(SaleDeclined.class).get(0).body());
        }
    }

    private void tell(Seen<SaleApproved> approval) {
        var style = stage.console().style();
        line(
                style.good("✓"),
                approval.body().getDecidedBy(),
                "approves",
                approval.body().getSale().getSaleId(),
                style.good("APPROVED"));
        quote(approval.body().getReason());
    }

    private void quote(@Nullable String reason) {
        if (reason != null) {
            stage.console().paragraph(6, stage.console().style().faint("“" + reason + "”"));
        }
    }

    private void tellDecline(SaleDeclined decline) {
        var style = stage.console().style();
        line(
                style.good("✓"),
                decline.getDecidedBy(),
                "declines",
                decline.getSale().getSaleId(),
                style.good("DECLINED"));
        quote(decline.getReason());
    }

    private void tell(DecideSale decision, CommandRefused refusal) {
        var style = stage.console().style();
        var verb = decision.getVerdict() == Verdict.APPROVE ? "approves" : "declines";
        line(style.bad("✗"), decision.getDecidedBy(), verb, decision.getSaleId(), style.bad(refusal.getCode()));
        quote(decision.getReason());
        stage.console().paragraph(6, refusal.getMessage());
    }

    private void line(String mark, UserReference who, String verb, String saleId, String outcome) {
        stage.console()
                .line("  " + mark + " "
                        + Text.left(stage.nameOf(who) + ", " + stage.nameOf(who.getOrganizationId()), 42)
                        + Text.left(verb + " " + saleId, 28) + outcome);
    }

    private long answers() {
        return (long) approvals().size()
                + stage.observer().all(SaleDeclined.class).size()
                + refusals().size();
    }

    private List<Seen<SaleApproved>> approvals() {
        return stage.observer().all(SaleApproved.class);
    }

    private List<Seen<CommandRefused>> refusals() {
        return stage.observer().all(CommandRefused.class);
    }
}
