package dev.seatkey.localstack.demo;

import dev.seatkey.contract.Sale;
import dev.seatkey.contract.SaleStatus;
import dev.seatkey.localstack.books.BooksAddresses;
import dev.seatkey.localstack.books.BooksCheck;
import dev.seatkey.localstack.books.Difference;
import dev.seatkey.localstack.outside.Seen;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must be true of the stores: they say what the topics say. */
final class StoreClaims {
    private final Stage stage;

    StoreClaims(Stage stage) {
        this.stage = stage;
    }

    List<Claim> all() {
        return List.of(
                new Claim(
                        "W3   The four stores hold what the topics tell: sales, decisions, plans, seats, keys, mails",
                        this::differences),
                new Claim("W3   Two sales have ended, one runs, one was declined", this::ending));
    }

    private List<String> differences() {
        return BooksCheck.of(BooksAddresses.of(stage.stack())).differences().stream()
                .map(Difference::line)
                .toList();
    }

    private List<String> ending() {
        return new Problems()
                .unlessEqual(
                        "How the sales stand",
                        Map.of(
                                "northwind-fall", SaleStatus.ENDED,
                                "lago-otono", SaleStatus.ENDED,
                                "executive-school", SaleStatus.ACTIVE,
                                "lago-extra", SaleStatus.DECLINED),
                        newest())
                .list();
    }

    /** Records of one sale stand in one partition, in order: the last one is the newest. */
    private Map<String, SaleStatus> newest() {
        var newest = new HashMap<String, SaleStatus>();
        stage.observer().all(Sale.class).stream()
                .map(Seen::body)
                .forEach(each -> newest.put(each.getSale().getSaleId(), each.getStatus()));
        return newest;
    }
}
