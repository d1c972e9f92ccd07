package dev.seatkey.approval.decisions;

import dev.seatkey.contract.BillingMethod;
import dev.seatkey.contract.Registrant;
import dev.seatkey.contract.SaleDetails;
import dev.seatkey.contract.SalesType;
import java.util.List;

/** The fixtures as records of the contracts, written down on their own: a field that gets lost on the way is noticed. */
final class Contracts {
    private Contracts() {}

    static SaleDetails details(String saleId) {
        RegisteredSale sale = Fixtures.sale(saleId);
        return SaleDetails.newBuilder()
                .setSaleId(saleId)
                .setSaleName(sale.saleName())
                .setRegistrant(
                        new Registrant("district", "North District", "ana", "Ana Pérez", "ana@example.com", "es-MX"))
                .setCustomerId("school")
                .setCustomerName("Lincoln School")
                .setDistributionId("it-pro")
                .setDistributionName("IT PRO / Practice Test")
                .setSalesType(SalesType.PER_USER)
                .setNumberOfUsers(25)
                .setCurrency("USD")
                .setDistributionPrice(sale.distributionPrice())
                .setSalesPrice(sale.salesPrice())
                .setPriceListVersion("2027-01")
                .setKeyLengthDays(180)
                .setActivationDate(sale.activationDate())
                .setCancellationDate(sale.cancellationDate())
                .setTimeZone("America/New_York")
                .setPlanFrom(sale.planFrom())
                .setPlanTo(sale.planTo())
                .setCustomerPoNumber("PO-17")
                .setBillingMethod(BillingMethod.INVOICE)
                .setComments(List.of(new dev.seatkey.contract.Comment("ana", Fixtures.REGISTERED, "Please hurry")))
                .setRegisteredAt(Fixtures.REGISTERED)
                .build();
    }
}
