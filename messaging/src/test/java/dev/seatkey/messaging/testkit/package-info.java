/** The test kit of the exactly-once batch: runs any handler with a crash at each step. */
@NullMarked
package dev.seatkey.messaging.testkit;

import org.jspecify.annotations.NullMarked;
