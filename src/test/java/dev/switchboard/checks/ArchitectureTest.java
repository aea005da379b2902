package dev.switchboard.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Switchboard's own walls. Each rule says why it is there. */
@AnalyzeClasses(packages = "dev.switchboard", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule the_wall =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.partyline..")
          .because("real code must not know that it is simulated; it meets the fake in tests only");

  @ArchTest
  static final ArchRule the_core_is_pure =
      noClasses()
          .that()
          .resideInAPackage("dev.switchboard.conversation..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "dev.switchboard.conversation..", "java.lang..", "java.util..", "java.time..")
          .because("what a conversation decides must not depend on how the platform is reached");

  @ArchTest
  static final ArchRule one_package_knows_the_vendor =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.switchboard.twilio..")
          .and()
          .doNotHaveFullyQualifiedName("dev.switchboard.App")
          .and()
          .resideOutsideOfPackage("dev.switchboard.live..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.twilio..")
          .because(
              "the SDK's types stay in the adapter; App and live only choose the HttpClient it"
                  + " works with");

  @ArchTest
  static final ArchRule one_package_serves_http =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.switchboard.web.javalin..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.javalin..", "jakarta.servlet..")
          .because("endpoints work without a socket, so that they can be simulated");

  @ArchTest
  static final ArchRule one_package_speaks_sql =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.switchboard.store.jdbc..", "dev.switchboard.people..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "com.zaxxer..", "org.flywaydb..", "org.h2..")
          .because("a store is a port; only sessions have tables beside it");

  @ArchTest
  static final ArchRule pages_know_no_conversation =
      noClasses()
          .that()
          .resideInAPackage("dev.switchboard.pages..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.switchboard.conversation..",
              "dev.switchboard.store..",
              "dev.switchboard.twilio..")
          .because("what is shown is a view, made from the call list");

  @ArchTest
  static final ArchRule time_comes_from_outside =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.switchboard.live..")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(java.util.UUID.class, "randomUUID")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.util.Random.class)
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.concurrent.Executors")
          .because(
              "clock, timers and chance are handed in, or a run could not be repeated; live is where"
                  + " the real ones come from");

  @Test
  void packages_have_no_cycles() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.switchboard");
    slices()
        .matching("dev.switchboard.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a package that cannot be understood alone is not one thing")
        .check(classes);
  }
}
