package dev.seatkey.bench.opponents.plain;

import dev.seatkey.contract.SaleApproved;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Makes plans of approved sales. */
@Component
class SaleListener {
    private final Plans plans;

    SaleListener(Plans plans) {
        this.plans = plans;
    }

    @KafkaListener(topics = "${bench.prefix}sale-events", groupId = "${bench.prefix}sales")
    void saleChanged(SpecificRecord event) {
        if (event instanceof SaleApproved approved) {
            var sale = approved.getSale();
            plans.save(new Plan(
                    sale.getSaleId(),
                    sale.getCustomerId(),
                    sale.getDistributionId(),
                    sale.getNumberOfUsers(),
                    0,
                    sale.getKeyLengthDays(),
                    sale.getPlanFrom(),
                    sale.getPlanTo()));
        }
    }
}
