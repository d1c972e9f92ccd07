/** The workers' processes: several instances of each, which can be killed, armed, paused, stopped and started again. */
@NullMarked
package dev.seatkey.torture.fleet;

import org.jspecify.annotations.NullMarked;
