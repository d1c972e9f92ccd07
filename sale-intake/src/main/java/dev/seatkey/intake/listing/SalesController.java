package dev.seatkey.intake.listing;

import dev.seatkey.intake.sales.SaleStatus;
import dev.seatkey.organizations.Organization;
import dev.seatkey.organizations.Organizations;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers {@code GET /sales}: the sales of an organization and all below it, newest first (S13). */
@RestController
final class SalesController {
    private static final int LARGEST_PAGE = 500;
    private static final int MOST_LINES = 1_000_000_000;

    private final Organizations organizations;
    private final SaleList saleList;

    SalesController(Organizations organizations, SaleList saleList) {
        this.organizations = organizations;
        this.saleList = saleList;
    }

    /**
     * One page of the list.
     *
     * @param organization required
     * @param status only sales with this status
     * @param text only sales with this text in their name, their customer's name, PO number or order number
     * @param from only sales registered on this day (UTC) or later
     * @param to only sales registered before this day (UTC)
     * @param page counted from 0
     * @param size lines a page
     */
    @GetMapping("/sales")
    SalesPage list(
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "0") String page,
            @RequestParam(defaultValue = "50") String size) {
        if (organization == null || organization.isBlank()) {
            throw new BadParameter("organization", "is required");
        }
        Parameters.withoutControls("organization", organization);
        int lines = Parameters.number("size", size, 1, LARGEST_PAGE);
        int pageNumber = Parameters.number("page", page, 0, MOST_LINES / lines);
        @Nullable SaleStatus wanted = Parameters.status(status);
        @Nullable String wantedText = Parameters.text(text);
        @Nullable Instant first = Parameters.day("from", from);
        @Nullable Instant end = Parameters.day("to", to);
        Organization found = organizations.find(List.of(organization)).stream()
                .findFirst()
                .orElseThrow(() -> new UnknownOrganization(organization));
        SaleQuery query =
                new SaleQuery(organizations.atOrBelow(organization), wanted, wantedText, first, end, pageNumber, lines);
        return new SalesPage(
                organization, found.name(), pageNumber, lines, saleList.count(query), saleList.page(query));
    }

    /** A parameter that cannot be used: 400, and why. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> refuse(BadParameter bad) {
        return answer(HttpStatus.BAD_REQUEST, bad);
    }

    /** An organization that is not known: 404. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> refuse(UnknownOrganization unknown) {
        return answer(HttpStatus.NOT_FOUND, unknown);
    }

    private static ResponseEntity<Map<String, String>> answer(HttpStatus status, RuntimeException why) {
        return ResponseEntity.status(status).body(Map.of("error", String.valueOf(why.getMessage())));
    }

    private static final class UnknownOrganization extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownOrganization(String organizationId) {
            super("no organization has the id " + organizationId);
        }
    }
}
