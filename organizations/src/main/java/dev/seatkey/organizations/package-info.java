/** The tree of organizations as a service sees it: read from its topic, kept in the service's own database. */
@NullMarked
package dev.seatkey.organizations;

import org.jspecify.annotations.NullMarked;
