/** The systems around Seatkey: those that publish to it, and one that reads all that comes out. */
@NullMarked
package dev.seatkey.localstack.outside;

import org.jspecify.annotations.NullMarked;
