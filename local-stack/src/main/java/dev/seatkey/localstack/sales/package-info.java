/** {@code ./seatkey sales}: the sales of an organization and of all below it. */
@NullMarked
package dev.seatkey.localstack.sales;

import org.jspecify.annotations.NullMarked;
