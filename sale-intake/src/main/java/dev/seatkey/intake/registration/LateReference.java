package dev.seatkey.intake.registration;

/** What others publish and a registration refers to; it may be on its way while the registration is judged. */
enum LateReference {
    NONE,
    ORGANIZATIONS,
    PRICE_LIST
}
