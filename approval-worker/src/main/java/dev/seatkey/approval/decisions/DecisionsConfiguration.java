package dev.seatkey.approval.decisions;

import com.mongodb.client.MongoDatabase;
import dev.seatkey.contract.DecideSale;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.messaging.CatchUp;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.store.StoreIndexes;
import dev.seatkey.organizations.Organizations;
import dev.seatkey.schemas.Topics;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The wiring of decisions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApprovalSettings.class)
class DecisionsConfiguration {

    @Bean
    MongoApprovals approvals(MongoDatabase database) {
        return new MongoApprovals(database);
    }

    @Bean
    StoreIndexes approvalIndexes() {
        return new StoreIndexes(MongoApprovals.INDEXES);
    }

    @Bean
    KnownOrganizations knownOrganizations(Organizations organizations, CatchUp catchUp) {
        return new FollowedOrganizations(organizations, catchUp);
    }

    @Bean
    Subscription decisions(MongoApprovals approvals, KnownOrganizations organizations, ApprovalSettings settings) {
        FourEyes fourEyes = new FourEyes(settings.registeringOrganizationMayApprove());
        DecideSales decideSales = new DecideSales(fourEyes, settings.unmatchedAfter());
        return new Subscription(
                Topics.APPROVAL_WORKER,
                "decisions",
                List.of(Topics.SALE_EVENTS, Topics.APPROVAL_DECISIONS),
                Set.of(SaleRegistered.class, DecideSale.class),
                new DecisionListener(approvals, organizations, decideSales));
    }

    @Bean
    Subscription unmatchedDecisions(MongoApprovals approvals, ApprovalSettings settings) {
        return Subscription.toDue(
                Topics.APPROVAL_WORKER,
                Topics.APPROVAL_WORKER_DUE,
                new OverdueListener(approvals, new ReportUnmatched(settings.unmatchedAfter())),
                approvals);
    }
}
