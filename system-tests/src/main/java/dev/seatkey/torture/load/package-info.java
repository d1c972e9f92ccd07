/** What the systems around the product send: sales, decisions and launches of several years, with all that goes wrong on the way. */
@NullMarked
package dev.seatkey.torture.load;

import org.jspecify.annotations.NullMarked;
