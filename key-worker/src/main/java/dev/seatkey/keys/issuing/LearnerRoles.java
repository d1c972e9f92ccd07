package dev.seatkey.keys.issuing;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which LTI roles may take a seat (K5). */
final class LearnerRoles {
    private static final String MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership";
    private static final String TEST_USER = "http://purl.imsglobal.org/vocab/lti/system/person#testuser";
    private static final String SUB_ROLE = MEMBERSHIP + "/learner#";
    private static final Set<String> LEARNERS =
            Set.of("learner", "student", MEMBERSHIP + "#learner", MEMBERSHIP + "#student");

    private LearnerRoles() {}

    /** Whether somebody in these roles is a learner; nobody's roles are a learner's, and a test user is none. */
    static boolean include(List<String> roles) {
        List<String> lowerCase = roles.stream()
                .map(role -> role.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (lowerCase.contains(TEST_USER)) {
            return false;
        }
        return lowerCase.isEmpty()
                || lowerCase.stream().anyMatch(role -> LEARNERS.contains(role) || role.startsWith(SUB_ROLE));
    }
}
