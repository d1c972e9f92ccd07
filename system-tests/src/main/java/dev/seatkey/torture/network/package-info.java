/** The network between the workers and what they stand on, with faults that can be switched on and off. */
@NullMarked
package dev.seatkey.torture.network;

import org.jspecify.annotations.NullMarked;
