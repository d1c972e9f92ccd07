@NullMarked
package dev.seatkey.torture.promises;

import org.jspecify.annotations.NullMarked;
