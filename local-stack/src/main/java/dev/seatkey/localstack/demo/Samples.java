package dev.seatkey.localstack.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seatkey.contract.DecideSale;
import dev.seatkey.contract.Organization;
import dev.seatkey.contract.PriceListEntry;
import dev.seatkey.contract.RegisterSale;
import dev.seatkey.contract.TestLaunched;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * The sample input.
 *
 * @param organizations the tree
 * @param priceList the distributions and their prices
 * @param earlyDecisions decisions that are sent before their sales
 * @param sales registrations, right and wrong
 * @param decisions decisions, right and wrong
 * @param oddLaunches launches that are refused
 * @param classes learners and the tests that they launch
 */
record Samples(
        List<Organization> organizations,
        List<PriceListEntry> priceList,
        List<DecideSale> earlyDecisions,
        List<RegisterSale> sales,
        List<DecideSale> decisions,
        List<TestLaunched> oddLaunches,
        List<LearnerClass> classes) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Samples read(Path folder, LocalDate today) {
        var records = new JsonRecords(today);
        return new Samples(
                read(folder.resolve("organizations.json"), records, Organization.class),
                read(folder.resolve("price-list.json"), records, PriceListEntry.class),
                read(folder.resolve("early-decisions.json"), records, DecideSale.class),
                read(folder.resolve("sales.json"), records, RegisterSale.class),
                read(folder.resolve("decisions.json"), records, DecideSale.class),
                read(folder.resolve("odd-launches.json"), records, TestLaunched.class),
                classes(folder.resolve("learners.json")));
    }

    private static <T extends SpecificRecord> List<T> read(Path file, JsonRecords records, Class<T> type) {
        try {
            var list = new ArrayList<T>();
            JSON.readTree(file.toFile()).forEach(json -> list.add(records.read(json, type)));
            return List.copyOf(list);
        } catch (IOException | RuntimeException wrong) {
            throw new IllegalStateException(file + " can't be read: " + wrong.getMessage(), wrong);
        }
    }

    private static List<LearnerClass> classes(Path file) {
        try {
            return List.of(JSON.readValue(file.toFile(), LearnerClass[].class));
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    /**
     * Learners of one organization who launch the same tests.
     *
     * @param day days after the start of the demo
     * @param organizationId their organization
     * @param issuer their LTI platform
     * @param distributionId what the tests belong to
     * @param learners how many they are
     * @param tests the tests that each of them launches
     */
    record LearnerClass(
            int day, String organizationId, String issuer, String distributionId, int learners, List<String> tests) {
        LearnerClass {
            tests = List.copyOf(tests);
        }

        /** Every learner's launch of every test. */
        List<TestLaunched> launches() {
            var launches = new ArrayList<TestLaunched>();
            for (int learner = 1; learner <= learners; learner++) {
                for (var test : tests) {
                    launches.add(launch(String.format("learner-%03d", learner), test, "first"));
                }
            }
            return launches;
        }

        TestLaunched launch(String subject, String test, String occasion) {
            return TestLaunched.newBuilder()
                    .setLaunchId(organizationId + "/" + subject + "/" + test + "/" + occasion)
                    .setOrganizationId(organizationId)
                    .setDistributionId(distributionId)
                    .setTestId(test)
                    .setIssuer(issuer)
                    .setSubject(subject)
                    .setRoles(List.of("Learner"))
                    .build();
        }
    }
}
