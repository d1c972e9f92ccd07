/** What runs inside a worker's process under torture; stands on nothing that a worker does not bring. */
@NullMarked
package dev.seatkey.torture.inside;

import org.jspecify.annotations.NullMarked;
