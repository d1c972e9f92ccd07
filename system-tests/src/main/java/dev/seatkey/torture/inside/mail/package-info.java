/** A look at each mail that a worker hands over. */
@NullMarked
package dev.seatkey.torture.inside.mail;

import org.jspecify.annotations.NullMarked;
