@NullMarked
package dev.seatkey.torture.fleet;

import org.jspecify.annotations.NullMarked;
