/** Plans: approved sales as the key worker sees them, from what is told about sales to each plan's start and end. */
@NullMarked
package dev.seatkey.keys.plans;

import org.jspecify.annotations.NullMarked;
