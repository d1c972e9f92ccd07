package dev.seatkey.intake.registration;

/** What can be wrong with a registration. */
enum ViolationCode {
    /** Missing or blank. */
    REQUIRED,
    /** More than the field may hold. */
    TOO_LONG,
    /** Not of the form that the field needs. */
    INVALID,
    /** A number or date beyond its limits (S6, S9). */
    OUT_OF_RANGE,
    /** An id for something new that something else has. */
    ID_IN_USE,
    /** Another content under a sale id that is in use (S1). */
    SALE_ID_REUSED,
    /** No such organization. */
    UNKNOWN_ORGANIZATION(LateReference.ORGANIZATIONS),
    /** No such user in the registering organization. */
    UNKNOWN_USER(LateReference.ORGANIZATIONS),
    /** The customer is neither the registering organization nor below it (S3). */
    OUTSIDE_YOUR_ORGANIZATION(LateReference.ORGANIZATIONS),
    /** The customer lacks the service that a subscription plan needs (S4). */
    NO_LTI_SERVICE(LateReference.ORGANIZATIONS),
    /** No such distribution (S5). */
    UNKNOWN_DISTRIBUTION(LateReference.PRICE_LIST),
    /** A distribution of another kind (S5). */
    NOT_A_SUBSCRIPTION_DISTRIBUTION(LateReference.PRICE_LIST),
    /** A sale that is not counted per user (S5). */
    SALES_TYPE_NOT_PER_USER,
    /** The price list has no price for this number of users in this currency (S7). */
    NO_PRICE(LateReference.PRICE_LIST);

    private final LateReference dependsOn;

    ViolationCode() {
        this(LateReference.NONE);
    }

    ViolationCode(LateReference dependsOn) {
        this.dependsOn = dependsOn;
    }

    /** What may only not have been read yet where this is found. */
    LateReference dependsOn() {
        return dependsOn;
    }
}
