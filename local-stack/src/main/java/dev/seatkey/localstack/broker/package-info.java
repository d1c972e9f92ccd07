/** The main method of the broker's own process. */
@NullMarked
package dev.seatkey.localstack.broker;

import org.jspecify.annotations.NullMarked;
