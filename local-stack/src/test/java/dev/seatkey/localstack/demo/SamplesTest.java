package dev.seatkey.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seatkey.contract.BillingMethod;
import dev.seatkey.contract.PriceTier;
import dev.seatkey.contract.RegisterSale;
import dev.seatkey.localstack.child.Built;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SamplesTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 2, 20);

    @Test
    void areRecordsOfTheContracts() {
        var samples = Samples.read(Built.checkout().resolve("samples"), TODAY);

        assertThat(samples.organizations()).hasSizeGreaterThan(3);
        assertThat(samples.sales())
                .extracting(RegisterSale::getSaleId)
                .doesNotHaveDuplicates()
                .contains("northwind-fall");
        assertThat(samples.classes()).allSatisfy(each -> assertThat(each.launches())
                .hasSize(each.learners() * each.tests().size()));
    }

    @Test
    void readDatesInstantsDecimalsEnumsAndDefaults() throws Exception {
        var sale = read("""
                {"saleId": "s", "saleName": "n", "registeredBy": {"organizationId": "o", "userId": "u"},
                 "distributionId": "d", "salesType": "PER_USER", "numberOfUsers": 3, "currency": "EUR",
                 "activationDate": "today+10",
                 "comments": [{"author": "a", "writtenAt": "2027-02-01T10:00:00Z", "text": "t"}]}
                """);
        var tier = new JsonRecords(TODAY)
                .read(new ObjectMapper().readTree("{\"fromUsers\": 1, \"pricePerUser\": \"32.495\"}"), PriceTier.class);

        assertThat(sale.getActivationDate()).isEqualTo(LocalDate.of(2027, 3, 2));
        assertThat(sale.getBillingMethod()).isEqualTo(BillingMethod.UNKNOWN);
        assertThat(sale.getCustomerId()).isNull();
        assertThat(sale.getComments().get(0).getWrittenAt()).isEqualTo(Instant.parse("2027-02-01T10:00:00Z"));
        assertThat(tier.getPricePerUser()).isEqualTo(new BigDecimal("32.4950"));
    }

    @Test
    void refuseAFieldThatTheContractDoesNotKnow() {
        assertThatThrownBy(() -> read("{\"saleid\": \"s\"}")).hasMessage("RegisterSale has no field saleid");
    }

    private static RegisterSale read(String json) throws JsonProcessingException {
        return new JsonRecords(TODAY).read(new ObjectMapper().readTree(json), RegisterSale.class);
    }
}
