/** What a batch works on: the stored documents, as the batch's own messages change them one after the other. */
@NullMarked
package dev.seatkey.keys.working;

import org.jspecify.annotations.NullMarked;
