/** The clock of the local stack, which can be moved. */
@NullMarked
package dev.seatkey.localstack.clock;

import org.jspecify.annotations.NullMarked;
