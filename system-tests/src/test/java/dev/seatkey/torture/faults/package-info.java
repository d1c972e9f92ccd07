@NullMarked
package dev.seatkey.torture.faults;

import org.jspecify.annotations.NullMarked;
