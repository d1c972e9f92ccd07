/** Work that falls due: the next term of a key, a key's closing, a plan's start and end. */
@NullMarked
package dev.seatkey.keys.renewal;

import org.jspecify.annotations.NullMarked;
