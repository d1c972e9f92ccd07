package dev.seatkey.keys;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.seatkey.keys", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final DescribedPredicate<JavaClass> WIRING = simpleNameEndingWith("Configuration")
            .or(simpleNameEndingWith("Indexes"))
            .or(simpleNameEndingWith("KeyWorker"));
    private static final DescribedPredicate<JavaClass> MESSAGES =
            simpleNameEndingWith("Listener").or(simpleNameEndingWith("Events")).or(partOf("Listener"));
    private static final DescribedPredicate<JavaClass> STORE = DescribedPredicate.describe(
            "adapters of the store",
            type -> type.getSimpleName().startsWith("Mongo")
                    || type.getSimpleName().endsWith("Codec")
                    || type.getSimpleName().endsWith("Encoder")
                    || type.getSimpleName().equals("DueKeysAndPlans"));

    @ArchTest
    static final ArchRule springIsOnlyInTheWiring = noClasses()
            .that(DescribedPredicate.not(WIRING))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..");

    @ArchTest
    static final ArchRule mongoIsOnlyInTheStoresAdapters = noClasses()
            .that(DescribedPredicate.not(STORE.or(WIRING)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..", "dev.seatkey.messaging.store..");

    @ArchTest
    static final ArchRule contractsEndAtListenersAndEvents = noClasses()
            .that(DescribedPredicate.not(MESSAGES.or(WIRING)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.seatkey.contract..", "dev.seatkey.schemas..", "org.apache.avro..");

    @ArchTest
    static final ArchRule nobodyKnowsKafka =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule onlyTheWiringAndAdaptersSeeTheMessagingMechanism = noClasses()
            .that(DescribedPredicate.not(MESSAGES.or(STORE).or(WIRING)))
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "messaging beyond Cause, NameBasedId and LostRace",
                    type -> type.getPackageName().startsWith("dev.seatkey.messaging")
                            && !type.getSimpleName().equals("Cause")
                            && !type.getSimpleName().equals("NameBasedId")
                            && !type.getSimpleName().equals("LostRace")));

    @ArchTest
    static final ArchRule adaptersAreHidden =
            classes().that().haveSimpleNameStartingWith("Mongo").should().bePackagePrivate();

    @ArchTest
    static final ArchRule featuresFormNoCircle =
            slices().matching("dev.seatkey.keys.(*)..").should().beFreeOfCycles();

    private static DescribedPredicate<JavaClass> partOf(String suffix) {
        return DescribedPredicate.describe("part of a " + suffix, type -> type.getEnclosingClass()
                .map(outer -> outer.getSimpleName().endsWith(suffix))
                .orElse(false));
    }
}
