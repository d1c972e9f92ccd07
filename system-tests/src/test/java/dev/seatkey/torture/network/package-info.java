@NullMarked
package dev.seatkey.torture.network;

import org.jspecify.annotations.NullMarked;
