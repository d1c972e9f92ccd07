package dev.seatkey.intake.registration;

/** How a sale is counted. Only {@code PER_USER} sells a subscription plan (S5). */
enum SalesType {
    UNKNOWN,
    PER_USER,
    PER_TEST,
    SITE_LICENSE
}
