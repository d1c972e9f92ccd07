package dev.seatkey.intake.sales;

/** Where a sale stands. A sale never goes back, and {@code DECLINED}, {@code CANCELLED} and {@code ENDED} are final. */
public enum SaleStatus {
    PENDING_APPROVAL(0),
    APPROVED(1),
    ACTIVE(2),
    DECLINED(3),
    ENDED(3),
    CANCELLED(3);

    private final int stage;

    SaleStatus(int stage) {
        this.stage = stage;
    }

    /** Whether a sale with this status may still get the other one. */
    public boolean comesBefore(SaleStatus other) {
        return stage < other.stage;
    }
}
