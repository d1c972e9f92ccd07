/** {@code ./seatkey dead-letters}: what the workers put aside, shown and put back. */
@NullMarked
package dev.seatkey.localstack.deadletters;

import org.jspecify.annotations.NullMarked;
