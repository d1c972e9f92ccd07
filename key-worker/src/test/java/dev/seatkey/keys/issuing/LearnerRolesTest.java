package dev.seatkey.keys.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("K5: who is a learner")
class LearnerRolesTest {
    private static final String MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Learner",
                "student",
                "LEARNER",
                MEMBERSHIP + "#Learner",
                MEMBERSHIP + "#Student",
                MEMBERSHIP + "/Learner#GuestLearner",
                "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Student",
                "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Learner"
            })
    void aLearnerIs(String role) {
        assertThat(LearnerRoles.include(List.of("Observer", role))).isTrue();
    }

    @Test
    void whoeverHasNoRoleIs() {
        assertThat(LearnerRoles.include(List.of())).isTrue();
    }

    static Stream<List<String>> others() {
        return Stream.of(
                List.of("Instructor"),
                List.of(MEMBERSHIP + "#Instructor"),
                List.of("http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator"),
                List.of(MEMBERSHIP + "#Learner", "http://purl.imsglobal.org/vocab/lti/system/person#TestUser"),
                List.of("Instructor", "Learner"),
                List.of(MEMBERSHIP + "#Learner", MEMBERSHIP + "#Instructor"),
                List.of(MEMBERSHIP + "#Learner", MEMBERSHIP + "/Instructor#TeachingAssistant"),
                List.of(MEMBERSHIP + "#Learner", MEMBERSHIP + "#Administrator"),
                List.of("Learner", "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator"),
                List.of("Learner", "http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator"),
                List.of(""),
                List.of("Learners"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void othersAreNot(List<String> roles) {
        assertThat(LearnerRoles.include(roles)).isFalse();
    }
}
