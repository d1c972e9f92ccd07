/** The books are checked: what the workers' stores hold is derived again from the topics alone, and compared (W3). */
@NullMarked
package dev.seatkey.localstack.books;

import org.jspecify.annotations.NullMarked;
