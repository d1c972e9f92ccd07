package dev.seatkey.torture.promises;

import dev.seatkey.contract.RegisterSale;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.SaleRejected;
import dev.seatkey.localstack.outside.Seen;
import dev.seatkey.schemas.Topics;
import java.util.List;

/** S1, S11: every registration is answered once; sent again, with the same event. */
public final class RegistrationsAnswered implements Promise {
    private final Answers answers = new Answers("sale", Topics.SALE_INTAKE);

    @Override
    public String name() {
        return "registrations-answered";
    }

    @Override
    public String text() {
        return "Every registration is answered once; sent again, with the same event (S1)";
    }

    @Override
    public void saw(Seen<?> record) {
        if (record.body() instanceof RegisterSale asked) {
            answers.asked(asked.getSaleId(), record);
        } else if (record.body() instanceof SaleRegistered registered) {
            answers.answered(registered.getSale().getSaleId(), record, registered);
        } else if (record.body() instanceof SaleRejected rejected) {
            // A rejection leaves nothing behind: the same one is told again with the time at which it was asked again.
            answers.answered(rejected.getSaleId(), record, rejected.getViolations());
        }
    }

    @Override
    public void replayed(String worker) {
        answers.replayed(worker);
    }

    @Override
    public long outstanding() {
        return answers.outstanding();
    }

    @Override
    public List<String> broken() {
        return answers.broken();
    }
}
