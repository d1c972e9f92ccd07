/** The whole product on one machine: components and workers, started, found and stopped together. */
@NullMarked
package dev.seatkey.localstack.stack;

import org.jspecify.annotations.NullMarked;
