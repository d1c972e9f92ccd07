/** {@code ./seatkey up}: the whole product, until Ctrl-C. */
@NullMarked
package dev.seatkey.localstack.up;

import org.jspecify.annotations.NullMarked;
