/** Keeps the schemas of every release, and compares today's with them. */
@NullMarked
package dev.seatkey.schemas.release;

import org.jspecify.annotations.NullMarked;
