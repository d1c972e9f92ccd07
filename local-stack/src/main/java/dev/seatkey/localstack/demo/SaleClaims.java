package dev.seatkey.localstack.demo;

import dev.seatkey.contract.Organization;
import dev.seatkey.contract.PriceTier;
import dev.seatkey.contract.RegisterSale;
import dev.seatkey.contract.Sale;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleDetails;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.SaleRejected;
import dev.seatkey.localstack.outside.Seen;
import jakarta.mail.internet.MimeMessage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must be true of sales, decisions and mails. */
final class SaleClaims {
    private final Stage stage;
    private final Books books;
    private final Mails mails;

    SaleClaims(Stage stage, Books books, Mails mails) {
        this.stage = stage;
        this.books = books;
        this.mails = mails;
    }

    List<Claim> all() {
        return List.of(
                new Claim("S1   Every registration is answered; sent again, with the same event", this::answered),
                new Claim("S2   A rejected registration leaves no sale and no organization behind", this::nothingLeft),
                new Claim("S7   Each price is the price list's, times the users, rounded half-even", this::prices),
                new Claim("S9   Each plan lasts 365 calendar days", this::dates),
                new Claim("A1   Every sale was decided once, whatever else was sent", this::decisions),
                new Claim("A3   Nobody decided on a sale of their own organization", this::fourEyes),
                new Claim("N1   One mail per cause and recipient went out, with a Message-ID of its own", this::mailed),
                new Claim("N5   No mail contains the code of a key", this::nothingSecret));
    }

    private List<String> answered() {
        var problems = new Problems();
        for (var saleId : saleIds(stage.samples().sales())) {
            var registered = stage.observer().all(SaleRegistered.class).stream()
                    .filter(each -> each.body().getSale().getSaleId().equals(saleId))
                    .map(Seen::eventId)
                    .collect(Collectors.toSet());
            var rejected = books.events(SaleRejected.class).stream()
                    .anyMatch(each -> each.getSaleId().equals(saleId));
            problems.unless(
                    registered.size() == 1 || registered.isEmpty() && rejected,
                    saleId + " has " + registered.size() + " registrations and " + (rejected ? "a" : "no")
                            + " rejection");
        }
        return problems.list();
    }

    private List<String> nothingLeft() {
        var registered = registered().map(SaleDetails::getSaleId).collect(Collectors.toSet());
        var kept = stage.observer().all(Sale.class).stream()
                .map(each -> each.body().getSale().getSaleId())
                .collect(Collectors.toSet());
        var brought = stage.samples().sales().stream()
                .filter(each -> each.getNewCustomer() != null && registered.contains(each.getSaleId()))
                .map(each -> each.getNewCustomer().getOrganizationId());
        var expected = Stream.concat(
                        brought, stage.samples().organizations().stream().map(each -> each.getOrganizationId()))
                .collect(Collectors.toSet());
        var organizations = stage.observer().all(Organization.class).stream()
                .map(each -> each.body().getOrganizationId())
                .collect(Collectors.toSet());
        return new Problems()
                .unlessEqual("The sales topic", registered, kept)
                .unlessEqual("The organizations topic", expected, organizations)
                .list();
    }

    private List<String> prices() {
        var problems = new Problems();
        registered().forEach(sale -> {
            var perUser = priceOf(sale);
            var digits = Currency.getInstance(sale.getCurrency()).getDefaultFractionDigits();
            var price = perUser.multiply(BigDecimal.valueOf(sale.getNumberOfUsers()))
                    .setScale(digits, RoundingMode.HALF_EVEN);
            problems.unless(
                    perUser.compareTo(sale.getDistributionPrice()) == 0 && price.compareTo(sale.getSalesPrice()) == 0,
                    sale.getSaleId() + " should cost " + price + " and costs " + sale.getSalesPrice());
        });
        return problems.list();
    }

    private BigDecimal priceOf(SaleDetails sale) {
        return stage.samples().priceList().stream()
                .filter(entry -> entry.getDistributionId().equals(sale.getDistributionId()))
                .flatMap(entry -> entry.getPrices().stream())
                .filter(price -> price.getCurrency().equals(sale.getCurrency()))
                .flatMap(price -> price.getTiers().stream())
                .filter(tier -> tier.getFromUsers() <= sale.getNumberOfUsers())
                .max(Comparator.comparingInt(PriceTier::getFromUsers))
                .map(PriceTier::getPricePerUser)
                .orElseThrow();
    }

    private List<String> dates() {
        var problems = new Problems();
        registered()
                .forEach(sale -> problems.unlessEqual(
                        "The end of " + sale.getSaleId(),
                        sale.getActivationDate().plusDays(365),
                        sale.getCancellationDate()));
        return problems.list();
    }

    private List<String> decisions() {
        var decided = decidedSales().map(SaleDetails::getSaleId).sorted().toList();
        var registered = registered().map(SaleDetails::getSaleId).sorted().toList();
        return new Problems()
                .unlessEqual("The decided sales", registered, decided)
                .list();
    }

    private List<String> fourEyes() {
        var problems = new Problems();
        books.events(SaleApproved.class)
                .forEach(each -> problems.unless(
                        each.getDecidedBy().getOrganizationId().equals("head-office"),
                        each.getSale().getSaleId() + " was approved by " + each.getDecidedBy()));
        return problems.list();
    }

    private List<String> mailed() {
        var received = mails.received();
        var ids = received.stream().map(Mails::messageId).collect(Collectors.toSet());
        return new Problems()
                .unlessEqual("The number of mails", mails.due(), (long) received.size())
                .unlessEqual("The number of Message-IDs", received.size(), ids.size())
                .list();
    }

    private List<String> nothingSecret() {
        var codes = books.keys().stream().map(each -> each.issued().getCode()).toList();
        var told = new HashSet<String>();
        for (MimeMessage mail : mails.received()) {
            var raw = Mails.raw(mail);
            codes.stream().filter(raw::contains).forEach(told::add);
        }
        return new Problems().unlessEqual("The codes in mails", Set.of(), told).list();
    }

    private Stream<SaleDetails> registered() {
        return books.events(SaleRegistered.class).stream().map(SaleRegistered::getSale);
    }

    private Stream<SaleDetails> decidedSales() {
        return Stream.concat(
                books.events(SaleApproved.class).stream().map(SaleApproved::getSale),
                books.events(SaleDeclined.class).stream().map(SaleDeclined::getSale));
    }

    private static Set<String> saleIds(List<RegisterSale> sales) {
        return sales.stream().map(RegisterSale::getSaleId).collect(Collectors.toSet());
    }
}
