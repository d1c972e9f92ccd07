/** Tests. */
@NullMarked
package dev.seatkey.keys.plans;

import org.jspecify.annotations.NullMarked;
