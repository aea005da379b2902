package dev.partyline;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.partyline.sim.Simulation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom, and what nobody in the core may touch. */
class ArchitectureTest {

  private static final String ROOT = "dev.partyline.";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importUrl(Simulation.class.getProtectionDomain().getCodeSource().getLocation());

  /** How people and programs reach Partyline: these may know everything, and nothing knows them. */
  private static final List<String> FACES = List.of("cli", "console", "gherkin", "junit", "server");

  /** A package below the faces: what else of Partyline it may know, and why no more. */
  private record Arrow(String from, List<String> to, String reason) {
    @Override
    public String toString() {
      return from + " knows " + (to.isEmpty() ? "nobody" : String.join(", ", to));
    }
  }

  static List<Arrow> arrows() {
    return List.of(
        new Arrow("fault", List.of(), "a plan of faults is a list and its matches"),
        new Arrow("sim", List.of(), "time, order and chance are no matter of telephones"),
        new Arrow("journal", List.of(), "everybody reads it, so it depends on nobody"),
        new Arrow("knob", List.of(), "a knob is a name and its values"),
        new Arrow("behaviour", List.of(), "the table of rules is read beside the models"),
        new Arrow("twiml", List.of(), "a document is parsed without knowing who will run it"),
        new Arrow("taskrouter", List.of("knob"), "no model knows another one, time or transport"),
        new Arrow("sync", List.of("knob"), "no model knows another one, time or transport"),
        new Arrow("delay", List.of(), "how long a voice takes is arithmetic on places"),
        new Arrow("media", List.of(), "who hears whom is arithmetic on what one is told"),
        new Arrow("telephony", List.of("knob"), "no model knows another one, time or transport"),
        new Arrow("queue", List.of(), "who waits where is no matter of telephones or time"),
        new Arrow("recording", List.of(), "what is kept of a call is no matter of who talks in it"),
        new Arrow("directory", List.of(), "what an account owns is no matter of calls"),
        new Arrow("token", List.of("directory"), "a token is good or bad whoever is shown it"),
        new Arrow(
            "rest",
            List.of(
                "delay",
                "directory",
                "knob",
                "queue",
                "recording",
                "sync",
                "taskrouter",
                "telephony"),
            "requests are answered without transport"),
        new Arrow(
            "webhook",
            List.of("fault", "journal", "knob", "sim"),
            "delivery is the same whatever is delivered"),
        new Arrow(
            "client",
            List.of("delay", "journal", "knob", "phone", "sim", "telephony", "token"),
            "a softphone's page knows what messages tell it"),
        new Arrow(
            "phone", List.of("journal", "sim", "telephony"), "people know their own legs alone"),
        new Arrow(
            "script",
            List.of(
                "journal",
                "knob",
                "queue",
                "recording",
                "rest",
                "sim",
                "telephony",
                "twiml",
                "webhook"),
            "documents run on any platform that offers their port"),
        new Arrow(
            "routing",
            List.of(
                "journal",
                "knob",
                "rest",
                "script",
                "sim",
                "taskrouter",
                "telephony",
                "twiml",
                "webhook"),
            "TaskRouter moves calls through the ports of others"),
        new Arrow(
            "syncing",
            List.of("fault", "journal", "knob", "rest", "sim", "sync", "token", "webhook"),
            "what Sync keeps reaches pages without a telephone"),
        new Arrow(
            "world",
            List.of(
                "client",
                "delay",
                "fault",
                "directory",
                "journal",
                "knob",
                "media",
                "phone",
                "queue",
                "recording",
                "rest",
                "routing",
                "script",
                "sim",
                "sync",
                "syncing",
                "telephony",
                "token",
                "twiml",
                "webhook"),
            "the platform joined up must not know who judges it"),
        new Arrow(
            "centre",
            List.of(
                "fault",
                "journal",
                "knob",
                "phone",
                "rest",
                "routing",
                "sim",
                "sync",
                "syncing",
                "taskrouter",
                "telephony",
                "webhook",
                "world"),
            "scenarios are played whoever shows or judges them"),
        new Arrow("law", List.of("journal"), "a law that read a model would share its mistakes"),
        new Arrow("report", List.of("journal", "law"), "a picture of a run needs no run"),
        new Arrow(
            "explore",
            List.of("journal", "knob", "law", "sim", "webhook", "world"),
            "searching is the same from every face"),
        new Arrow(
            "javasdk",
            List.of("rest", "sim", "world"),
            "an adapter carries requests and knows no search"));
  }

  /** A class that may do what the rest of the core may not. */
  private record Exemption(String name, String reason) {}

  private static final List<Exemption> WALL_CLOCK =
      List.of(
          new Exemption("sim.BatonEngine", "its watchdog ends runs that stand still"),
          new Exemption("sim.KernelThread", "its watchdog ends runs that stand still"),
          new Exemption("explore.Explorer", "tells how long a search took"),
          new Exemption("explore.Exhaustive", "tells how long a search took and stops in time"));

  private static final List<Exemption> THREADS =
      List.of(
          new Exemption("sim.BatonEngine", "fibers on pooled platform threads"),
          new Exemption("sim.KernelThread", "the thread that carries virtual threads"),
          new Exemption("sim.VirtualEngine", "fibers on virtual threads"));

  private static final List<Exemption> FILES =
      List.of(new Exemption("report.ReportFolder", "writes finished reports to disk"));

  // ---- arrows ----

  @ParameterizedTest
  @MethodSource("arrows")
  void a_package_knows_only_what_the_design_lets_it(Arrow arrow) {
    List<String> allowed = new ArrayList<>();
    allowed.add(ROOT + arrow.from() + "..");
    arrow.to().forEach(name -> allowed.add(ROOT + name + ".."));
    DescribedPredicate<JavaClass> known =
        resideInAnyPackage(allowed.toArray(String[]::new))
            .or(DescribedPredicate.not(resideInAnyPackage("dev.partyline..")));
    classes()
        .that()
        .resideInAPackage(ROOT + arrow.from() + "..")
        .should()
        .onlyDependOnClassesThat(known.as("are " + arrow + " or no part of Partyline"))
        .because(arrow.reason())
        .check(CLASSES);
  }

  @Test
  void every_package_is_a_face_or_has_its_arrows() {
    Set<String> known = new TreeSet<>(FACES);
    arrows().forEach(arrow -> known.add(arrow.from()));
    Set<String> unknown = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      String inside = type.getPackageName().substring(ROOT.length());
      unknown.add(inside.contains(".") ? inside.substring(0, inside.indexOf('.')) : inside);
    }
    unknown.removeAll(known);
    assertEquals(
        Set.of(), unknown, "add a line to arrows(): what may it know, and why no more than that?");
  }

  @Test
  void packages_form_no_cycle() {
    slices()
        .matching(ROOT + "(*)..")
        .should()
        .beFreeOfCycles()
        .because("a package in a cycle cannot be understood alone")
        .check(CLASSES);
  }

  @Test
  void nobody_below_the_faces_knows_a_face() {
    noClasses()
        .that(areCore())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(FACES))
        .because("what people see can change without a change of what is true")
        .check(CLASSES);
  }

  // ---- libraries ----

  @Test
  void only_the_adapter_knows_the_sdk() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "javasdk..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.twilio..")
        .because(
            "the simulated platform must run without the SDK and stay out of step with its bugs")
        .check(CLASSES);
  }

  @Test
  void the_core_knows_no_web_server() {
    noClasses()
        .that(areCore())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..")
        .because("requests and webhooks are method calls below the server")
        .check(CLASSES);
  }

  // ---- what would make two runs of one seed differ ----

  @Test
  void the_core_reads_no_wall_clock() {
    noClasses()
        .that(areCoreBut(WALL_CLOCK))
        .should()
        .accessTargetWhere(
            calls(
                "read the wall clock",
                "java.lang.System.currentTimeMillis",
                "java.lang.System.nanoTime",
                "java.time.Instant.now",
                "java.time.LocalDate.now",
                "java.time.LocalDateTime.now",
                "java.time.LocalTime.now",
                "java.time.OffsetDateTime.now",
                "java.time.ZonedDateTime.now",
                "java.time.Clock.systemUTC",
                "java.time.Clock.systemDefaultZone",
                "java.time.Clock.system",
                "java.util.Calendar.getInstance"))
        .orShould()
        .callConstructor(java.util.Date.class)
        .because("time is the simulation's; exempt: " + reasons(WALL_CLOCK))
        .check(CLASSES);
  }

  @Test
  void the_core_draws_nothing_from_unseeded_chance() {
    noClasses()
        .that(areCore())
        .should()
        .accessTargetWhere(
            calls(
                "draw from unseeded chance",
                "java.lang.Math.random",
                "java.util.UUID.randomUUID",
                "java.lang.System.identityHashCode",
                "java.util.Collections.shuffle"))
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.SplittableRandom")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.security.SecureRandom")
        .because("every choice is asked of Chance by name, or a seed would not repeat it")
        .check(CLASSES);
  }

  @Test
  void the_core_touches_no_file_and_no_socket() {
    noClasses()
        .that(areCoreBut(FILES))
        .should()
        .dependOnClassesThat(
            describe(
                "are of java.nio.file or java.net.http, files or sockets",
                type ->
                    type.getPackageName().startsWith("java.nio.file")
                        || type.getPackageName().startsWith("java.nio.channels")
                        || type.getPackageName().startsWith("java.net.http")
                        || type.getName().startsWith("java.io.File")
                        || type.getName().startsWith("java.io.RandomAccessFile")
                        || type.getName().matches("java\\.net\\..*(Socket|Connection|URL)")))
        .because("a run is a function of its seed; exempt: " + reasons(FILES))
        .check(CLASSES);
  }

  @Test
  void only_the_engines_make_threads() {
    noClasses()
        .that(areCoreBut(THREADS))
        .should()
        .accessTargetWhere(
            describe(
                "make a thread",
                (JavaAccess<?> access) ->
                    access.getTargetOwner().isAssignableTo(Thread.class)
                        && Stream.of(
                                "<init>", "start", "ofPlatform", "ofVirtual", "startVirtualThread")
                            .anyMatch(access.getName()::equals)))
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.Executors")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Timer")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.CompletableFuture")
        .because(
            "one thread at a time holds the baton, and only an engine knows which; exempt: "
                + reasons(THREADS))
        .check(CLASSES);
  }

  @Test
  void no_exemption_outlives_its_class() {
    for (List<Exemption> exemptions : List.of(WALL_CLOCK, THREADS, FILES)) {
      for (Exemption exemption : exemptions) {
        assertTrue(
            CLASSES.contain(ROOT + exemption.name()), () -> exemption + " is for nobody any more");
      }
    }
  }

  // ---- words of the rules ----

  /** Everything but the faces and the adapter for the SDK. */
  private static DescribedPredicate<JavaClass> areCore() {
    List<String> outside = new ArrayList<>(FACES);
    outside.add("javasdk");
    return DescribedPredicate.not(resideInAnyPackage(packages(outside))).as("are of the core");
  }

  private static DescribedPredicate<JavaClass> areCoreBut(List<Exemption> exemptions) {
    Map<String, String> exempt = new LinkedHashMap<>();
    exemptions.forEach(exemption -> exempt.put(ROOT + exemption.name(), exemption.reason()));
    return areCore()
        .and(describe("exempt", type -> !exempt.containsKey(outermost(type).getName())))
        .as("are of the core and not exempt");
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
  }

  private static DescribedPredicate<JavaAccess<?>> calls(String what, String... methods) {
    List<String> names = List.of(methods);
    return describe(
        what, access -> names.contains(access.getTargetOwner().getName() + "." + access.getName()));
  }

  private static String[] packages(List<String> names) {
    return names.stream().map(name -> ROOT + name + "..").toArray(String[]::new);
  }

  private static String reasons(List<Exemption> exemptions) {
    return String.join(
        "; ",
        exemptions.stream().map(exempt -> exempt.name() + " (" + exempt.reason() + ")").toList());
  }
}
