/** What the product promises: each promise watches all that goes in and comes out, and says at the end whether it was kept. */
@NullMarked
package dev.seatkey.torture.promises;

import org.jspecify.annotations.NullMarked;
