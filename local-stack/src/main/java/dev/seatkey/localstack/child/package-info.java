/** Processes that the local stack starts: where their programs are, how they start, are watched and stop. */
@NullMarked
package dev.seatkey.localstack.child;

import org.jspecify.annotations.NullMarked;
