/** Sales through intake and approval. */
@NullMarked
package dev.seatkey.bench.sales;

import org.jspecify.annotations.NullMarked;
