package dev.seatkey.messaging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.seatkey.messaging", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule knowsNoRecordOfTheContractsButWorkThatFellDue =
            noClasses().should().dependOnClassesThat().haveNameMatching("dev\\.seatkey\\.contract\\.(?!WorkDue).*");

    @ArchTest
    static final ArchRule theEngineIsBuiltOnTheApiAndNotTheOtherWayRound = noClasses()
            .that()
            .resideInAPackage("dev.seatkey.messaging")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.seatkey.messaging.batch");

    @ArchTest
    static final ArchRule noClassIsMadeToBeExtended = classes()
            .that()
            .areNotInterfaces()
            .and()
            .areNotAnnotatedWith("org.springframework.context.annotation.Configuration")
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL);
}
