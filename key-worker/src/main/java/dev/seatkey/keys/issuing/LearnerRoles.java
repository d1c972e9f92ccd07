package dev.seatkey.keys.issuing;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which LTI roles may take a seat (K5). */
final class LearnerRoles {
    private static final String MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership";
    private static final String INSTITUTION = "http://purl.imsglobal.org/vocab/lis/v2/institution/person";
    private static final String SYSTEM = "http://purl.imsglobal.org/vocab/lis/v2/system/person";
    private static final String TEST_USER = "http://purl.imsglobal.org/vocab/lti/system/person#testuser";
    private static final String SUB_ROLE = MEMBERSHIP + "/learner#";
    private static final Set<String> LEARNERS = Set.of(
            "learner",
            "student",
            MEMBERSHIP + "#learner",
            MEMBERSHIP + "#student",
            INSTITUTION + "#learner",
            INSTITUTION + "#student");
    private static final Set<String> STAFF = Set.of(
            "instructor",
            "administrator",
            MEMBERSHIP + "#instructor",
            MEMBERSHIP + "#administrator",
            INSTITUTION + "#administrator",
            SYSTEM + "#administrator");
    private static final String INSTRUCTORS = MEMBERSHIP + "/instructor#";
    private static final String ADMINISTRATORS = MEMBERSHIP + "/administrator#";

    private LearnerRoles() {}

    /**
     * Whether somebody in these roles is a learner. No roles at all are a learner's; a test user is none, nor is who is an
     * instructor or administrator besides.
     */
    static boolean include(List<String> roles) {
        boolean learner = roles.isEmpty();
        for (String each : roles) {
            String role = each.strip().toLowerCase(Locale.ROOT);
            if (role.equals(TEST_USER) || isStaff(role)) {
                return false;
            }
            learner |= LEARNERS.contains(role) || role.startsWith(SUB_ROLE);
        }
        return learner;
    }

    private static boolean isStaff(String role) {
        return STAFF.contains(role) || role.startsWith(INSTRUCTORS) || role.startsWith(ADMINISTRATORS);
    }
}
