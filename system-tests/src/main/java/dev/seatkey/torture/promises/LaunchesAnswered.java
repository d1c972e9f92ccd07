package dev.seatkey.torture.promises;

import dev.seatkey.contract.LaunchGranted;
import dev.seatkey.contract.LaunchRefused;
import dev.seatkey.contract.TestLaunched;
import dev.seatkey.localstack.outside.Seen;
import dev.seatkey.schemas.Topics;
import java.util.List;

/** K1: every launch is answered once, granted or refused; sent again, with the same answer. */
public final class LaunchesAnswered implements Promise {
    private final Answers answers = new Answers("launch", Topics.KEY_WORKER);

    @Override
    public String name() {
        return "launches-answered";
    }

    @Override
    public String text() {
        return "Every launch is answered once, granted or refused; sent again, with the same answer (K1)";
    }

    @Override
    public void saw(Seen<?> record) {
        if (record.body() instanceof TestLaunched asked) {
            answers.asked(asked.getLaunchId(), record);
        } else if (record.body() instanceof LaunchGranted granted) {
            answers.answered(granted.getLaunchId(), record, granted);
        } else if (record.body() instanceof LaunchRefused refused) {
            answers.answered(refused.getLaunchId(), record, refused);
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
