/** Tests of the tree of organizations. */
@NullMarked
package dev.seatkey.organizations;

import org.jspecify.annotations.NullMarked;
