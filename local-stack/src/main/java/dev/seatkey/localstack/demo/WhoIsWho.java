package dev.seatkey.localstack.demo;

import dev.seatkey.contract.Organization;
import dev.seatkey.contract.Person;
import dev.seatkey.contract.Price;
import dev.seatkey.contract.PriceListEntry;
import dev.seatkey.localstack.console.Text;
import dev.seatkey.localstack.outside.Sender;
import dev.seatkey.schemas.Topics;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Chapter 1: the organizations and the price list are published. */
final class WhoIsWho {
    private static final int NAMES = 44;

    private final Stage stage;

    WhoIsWho(Stage stage) {
        this.stage = stage;
    }

    void tell() {
        var console = stage.console();
        console.heading("1  Who is who");
        publish();
        console.paragraph(2, "The back office publishes its organizations and its price list:");
        console.blank();
        below(null).forEach(top -> tree(top, "", ""));
        console.blank();
        stage.samples().priceList().forEach(this::prices);
    }

    private void publish() {
        var sender = stage.sender();
        Sender.await(stage.samples().organizations().stream()
                .map(each -> sender.send(Topics.ORGANIZATIONS, each.getOrganizationId(), each))
                .toList());
        Sender.await(stage.samples().priceList().stream()
                .map(each -> sender.send(Topics.PRICE_LIST, each.getDistributionId(), each))
                .toList());
    }

    private void tree(Organization organization, String branch, String indent) {
        var style = stage.console().style();
        var users = organization.getUsers().stream().map(Person::getName).collect(Collectors.joining(", "));
        stage.console()
                .line("  " + Text.left(style.faint(branch) + style.strong(organization.getName()), NAMES)
                        + Text.left(organization.getLtiService() ? style.good("LTI service") : "", 14)
                        + style.faint(users));
        var children = below(organization.getOrganizationId());
        for (var child : children) {
            var last = child.equals(children.get(children.size() - 1));
            tree(child, indent + (last ? "└─ " : "├─ "), indent + (last ? "   " : "│  "));
        }
    }

    private List<Organization> below(@Nullable String parent) {
        return stage.samples().organizations().stream()
                .filter(each -> Objects.equals(each.getParentId(), parent))
                .toList();
    }

    private void prices(PriceListEntry entry) {
        var style = stage.console().style();
        stage.console()
                .line("  " + Text.left(style.strong(entry.getDistributionName()), 26)
                        + entry.getPrices().stream().map(WhoIsWho::tiers).collect(Collectors.joining(" · ")));
    }

    private static String tiers(Price price) {
        return price.getCurrency() + " "
                + price.getTiers().stream()
                        .map(tier -> tier.getPricePerUser().stripTrailingZeros().toPlainString()
                                + (tier.getFromUsers() == 1 ? "" : " from " + tier.getFromUsers()))
                        .collect(Collectors.joining(", "));
    }
}
