/** Tests of the key worker as a whole. */
@NullMarked
package dev.seatkey.keys;

import org.jspecify.annotations.NullMarked;
