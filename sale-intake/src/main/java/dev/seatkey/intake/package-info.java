/** The worker that takes in sales: registrations in, priced sales out, and the list of them. */
@NullMarked
package dev.seatkey.intake;

import org.jspecify.annotations.NullMarked;
