/** The deliberate step before workers start: topics and schemas. */
@NullMarked
package dev.seatkey.localstack.deploy;

import org.jspecify.annotations.NullMarked;
