/** The command line. */
@NullMarked
package dev.seatkey.localstack;

import org.jspecify.annotations.NullMarked;
