package dev.seatkey.keys.samples;

import dev.seatkey.contract.TestLaunched;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A launch of a test by a learner of an organization. */
public record SampleLaunch(
        String launchId,
        String organizationId,
        String distributionId,
        String testId,
        @Nullable String subject,
        List<String> roles) {
    /** The platform of all sample launches. */
    public static final String ISSUER = "https://lms.example.org";

    /** A launch of test {@code algebra} by {@code ann} of {@code acme}. */
    public static SampleLaunch aLaunch(String launchId) {
        return new SampleLaunch(launchId, "acme", "it-pro", "algebra", "ann", List.of("Learner"));
    }

    public SampleLaunch named(String newLaunchId) {
        return new SampleLaunch(newLaunchId, organizationId, distributionId, testId, subject, roles);
    }

    public SampleLaunch by(@Nullable String newSubject) {
        return new SampleLaunch(launchId, organizationId, distributionId, testId, newSubject, roles);
    }

    public SampleLaunch of(String newTestId) {
        return new SampleLaunch(launchId, organizationId, distributionId, newTestId, subject, roles);
    }

    public SampleLaunch from(String newOrganizationId) {
        return new SampleLaunch(launchId, newOrganizationId, distributionId, testId, subject, roles);
    }

    public SampleLaunch covering(String newDistributionId) {
        return new SampleLaunch(launchId, organizationId, newDistributionId, testId, subject, roles);
    }

    public SampleLaunch as(String... newRoles) {
        return new SampleLaunch(launchId, organizationId, distributionId, testId, subject, List.of(newRoles));
    }

    /** The key that a careful platform gives the record. */
    public String key() {
        return organizationId;
    }

    public TestLaunched launched() {
        return TestLaunched.newBuilder()
                .setLaunchId(launchId)
                .setOrganizationId(organizationId)
                .setDistributionId(distributionId)
                .setTestId(testId)
                .setIssuer(ISSUER)
                .setSubject(subject)
                .setRoles(roles)
                .build();
    }
}
