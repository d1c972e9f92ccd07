package dev.seatkey.intake.pricing;

import static dev.seatkey.intake.Samples.NOON;
import static dev.seatkey.intake.Samples.entry;
import static dev.seatkey.intake.Samples.price;
import static dev.seatkey.intake.Samples.tier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatkey.contract.PriceListEntry;
import dev.seatkey.contract.SoldAs;
import dev.seatkey.messaging.BrokenRecord;
import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.Message;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S7: a price that could be read in two ways goes to the dead letters")
class PriceListListenerTest {
    private final PriceListListener listener = new PriceListListener(new NoPrices());

    @Test
    void takesAWholeEntry() {
        assertThat(translated(entry("d", SoldAs.SUBSCRIPTION_PLAN, price("USD", tier(1, "2.0000"), tier(10, "1.0000"))))
                        .prices())
                .hasSize(1);
    }

    @Test
    void refusesTwoPricesInOneCurrency() {
        refuses(
                entry("d", SoldAs.SUBSCRIPTION_PLAN, price("USD", tier(1, "2.0000")), price("USD", tier(1, "3.0000"))),
                "two prices in currency USD");
    }

    @Test
    void refusesTwoTiersFromOneNumberOfUsers() {
        refuses(
                entry("d", SoldAs.SUBSCRIPTION_PLAN, price("USD", tier(7, "2.0000"), tier(7, "3.0000"))),
                "two tiers of one currency from users 7");
    }

    @Test
    void refusesATierFromNoUsers() {
        refuses(entry("d", SoldAs.SUBSCRIPTION_PLAN, price("USD", tier(0, "2.0000"))), "fromUsers must be positive");
        refuses(entry("d", SoldAs.SUBSCRIPTION_PLAN, price("USD", tier(-1, "2.0000"))), "fromUsers must be positive");
    }

    @Test
    void refusesCurrenciesThatNobodyPaysIn() {
        for (String currency : List.of("usd", "DOLLAR", "", "XXX", "XAU")) {
            refuses(entry("d", SoldAs.SUBSCRIPTION_PLAN, price(currency, tier(1, "2.0000"))), "ISO 4217");
        }
    }

    @Test
    void refusesKeysThatLastNoDay() {
        PriceListEntry entry = entry("d", SoldAs.SUBSCRIPTION_PLAN, price("USD", tier(1, "2.0000")));

        refuses(PriceListEntry.newBuilder(entry).setKeyLengthDays(0).build(), "keyLengthDays must be positive");
    }

    private void refuses(PriceListEntry entry, String why) {
        assertThatThrownBy(() -> translated(entry))
                .isInstanceOf(BrokenRecord.class)
                .hasMessageContaining(why);
    }

    private Distribution translated(PriceListEntry entry) {
        return listener.translate(new Message(entry, "d", new Cause("price-list-0@0", "p", "p", null, NOON)));
    }

    private static final class NoPrices implements PriceList {
        @Override
        public List<Distribution> find(Collection<String> distributionIds) {
            return List.of();
        }

        @Override
        public void write(Collection<Distribution> changed) {
            throw new UnsupportedOperationException();
        }
    }
}
