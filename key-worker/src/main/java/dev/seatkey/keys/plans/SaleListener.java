package dev.seatkey.keys.plans;

import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleDetails;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.keys.plans.SaleNews.Kind;
import dev.seatkey.keys.working.Changes;
import dev.seatkey.keys.working.WorkingCopy;
import dev.seatkey.messaging.BatchHandler;
import dev.seatkey.messaging.BrokenRecord;
import dev.seatkey.messaging.Decision;
import dev.seatkey.messaging.Message;
import dev.seatkey.messaging.Publication;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Takes the news of sales from {@code sale-events}. */
final class SaleListener implements BatchHandler<SaleNews, Map<String, Plan>, Changes<Plan>> {
    private final FollowSales followSales = new FollowSales();
    private final Plans plans;

    SaleListener(Plans plans) {
        this.plans = plans;
    }

    @Override
    public SaleNews translate(Message message) {
        SpecificRecord body = message.body();
        if (body instanceof SaleRegistered registered) {
            return new SaleNews(Kind.REGISTERED, sold(registered.getSale()), message.cause());
        }
        if (body instanceof SaleApproved approved) {
            return new SaleNews(Kind.APPROVED, sold(approved.getSale()), message.cause());
        }
        if (body instanceof SaleDeclined declined) {
            return new SaleNews(Kind.DECLINED, sold(declined.getSale()), message.cause());
        }
        throw new BrokenRecord("is no news that plans are made of");
    }

    private static Sold sold(SaleDetails sale) {
        if (sale.getNumberOfUsers() < 1
                || sale.getKeyLengthDays() < 1
                || !sale.getPlanFrom().isBefore(sale.getPlanTo())) {
            throw new BrokenRecord("describes a plan that cannot be: " + sale.getNumberOfUsers() + " users from "
                    + sale.getPlanFrom() + " to " + sale.getPlanTo() + ", terms of " + sale.getKeyLengthDays()
                    + " days");
        }
        return new Sold(
                sale.getSaleId(),
                sale.getCustomerId(),
                sale.getDistributionId(),
                sale.getNumberOfUsers(),
                sale.getPlanFrom(),
                sale.getPlanTo(),
                zone(sale.getTimeZone()),
                sale.getKeyLengthDays());
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new BrokenRecord("names a time zone that is none: " + e.getMessage(), e);
        }
    }

    @Override
    public Map<String, Plan> read(List<SaleNews> news) {
        return plans.ofSales(
                news.stream().map(each -> each.sold().saleId()).distinct().toList());
    }

    @Override
    public Decision<Changes<Plan>> decide(List<SaleNews> news, Map<String, Plan> stored) {
        WorkingCopy<String, Plan> working = new WorkingCopy<>(stored);
        followSales.follow(news, working);
        List<Publication> events = new ArrayList<>();
        for (SaleNews each : news) {
            Plan plan = working.get(each.sold().saleId());
            if (plan != null) {
                PlanEvents.tell(plan, each.cause(), events::add);
            }
        }
        return new Decision<>(working.changes(), events);
    }

    @Override
    public void write(Changes<Plan> changes) {
        plans.save(changes);
    }
}
