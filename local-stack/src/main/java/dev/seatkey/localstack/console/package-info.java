/** What the command line says to a person: lines, boxes, tables, colours on a terminal only. */
@NullMarked
package dev.seatkey.localstack.console;

import org.jspecify.annotations.NullMarked;
