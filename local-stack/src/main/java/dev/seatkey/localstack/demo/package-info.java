/** {@code ./seatkey demo}: the main job on sample input, told as a story, which then checks its own claims. */
@NullMarked
package dev.seatkey.localstack.demo;

import org.jspecify.annotations.NullMarked;
