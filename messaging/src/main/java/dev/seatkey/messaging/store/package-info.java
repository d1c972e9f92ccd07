/** Set-up of a service's MongoDB database. */
@NullMarked
package dev.seatkey.messaging.store;

import org.jspecify.annotations.NullMarked;
