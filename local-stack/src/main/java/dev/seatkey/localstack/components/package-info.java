/** The real components that the workers stand on: broker, schema registry, document store, mail server. */
@NullMarked
package dev.seatkey.localstack.components;

import org.jspecify.annotations.NullMarked;
