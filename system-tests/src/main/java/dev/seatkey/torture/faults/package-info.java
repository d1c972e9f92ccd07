/** What can go wrong around and inside the product, drawn by chance, each fault a class. */
@NullMarked
package dev.seatkey.torture.faults;

import org.jspecify.annotations.NullMarked;
