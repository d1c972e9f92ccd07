package dev.seatkey.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.seatkey.intake", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String WIRING = ".*(Configuration|Application|Settings)";

    @ArchTest
    static final ArchRule keepsTheStoreToItsAdapters = noClasses()
            .that()
            .haveNameNotMatching(".*\\.Mongo\\w+(\\$.*)?")
            .and()
            .haveSimpleNameNotEndingWith("Document")
            .and()
            .haveNameNotMatching(WIRING)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..");

    @ArchTest
    static final ArchRule keepsTheContractsToTheirAdapters = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Listener")
            .and()
            .haveSimpleNameNotEndingWith("Events")
            .and()
            .haveNameNotMatching(WIRING)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.seatkey.contract..", "org.apache.avro..");

    @ArchTest
    static final ArchRule keepsSpringToTheWiringAndTheWeb = noClasses()
            .that()
            .haveNameNotMatching(WIRING)
            .and()
            .haveNameNotMatching(".*Controller(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule hasNoCyclesBetweenItsFeatures =
            slices().matching("dev.seatkey.intake.(*)..").should().beFreeOfCycles();
}
