/** Tests of what the store is given. */
@NullMarked
package dev.seatkey.messaging.store;

import org.jspecify.annotations.NullMarked;
