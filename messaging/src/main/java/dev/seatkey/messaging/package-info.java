/** How a message becomes an effect exactly once: the small API that every worker's handlers fit into. */
@NullMarked
package dev.seatkey.messaging;

import org.jspecify.annotations.NullMarked;
