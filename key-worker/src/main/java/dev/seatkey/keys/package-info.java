/** The key worker: answers launches with test keys, never for more learners than users were sold, and keeps keys alive. */
@NullMarked
package dev.seatkey.keys;

import org.jspecify.annotations.NullMarked;
