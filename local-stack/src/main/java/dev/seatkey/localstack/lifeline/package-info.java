/** What a started process carries with it so that it never outlives the one that started it. */
@NullMarked
package dev.seatkey.localstack.lifeline;

import org.jspecify.annotations.NullMarked;
