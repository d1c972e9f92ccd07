package dev.seatkey.bench.opponents.streams;

import dev.seatkey.contract.SaleApproved;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps the plans of an organization. */
final class FollowSales extends ContextualProcessor<String, SaleApproved, Void, Void> {
    @Override
    public void process(Record<String, SaleApproved> news) {
        KeyValueStore<String, SaleApproved> plans = context().getStateStore(AnswerLaunches.PLANS);
        var sale = news.value().getSale();
        plans.put(AnswerLaunches.planOf(sale.getCustomerId(), sale.getDistributionId()), news.value());
    }
}
