package io.frontdesk;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.frontdesk.tenancy.TenantId;
import java.net.URLConnection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The arrows of docs/architecture.md: each room may use only rooms further down this list.
@AnalyzeClasses(packages = "io.frontdesk", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final List<String> ROOMS_TOP_DOWN =
      List.of(
          "dashboard",
          "sandbox",
          "operator",
          "live",
          "stats",
          "outreach",
          "voice",
          "conversation",
          "analysis",
          "notification",
          "message",
          "task",
          "appointment",
          "lead",
          "fact",
          "customer",
          "knowledge",
          "httptool",
          "chat",
          "call",
          "caller",
          "receptionist",
          "credential",
          "phonenumber",
          "twilio",
          "catalogue",
          "openai",
          "access",
          "business",
          "audit",
          "outbox",
          "web",
          "secrets",
          "tenancy",
          "database");

  @ArchTest static final ArchRule arrowsPointDown = classes().should(onlyUseRoomsBelow());

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("io.frontdesk.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheTwilioRoomSeesTwiliosLibrary =
      noClasses()
          .that(resideInAPackage("io.frontdesk..").and(notIn("io.frontdesk.twilio..")))
          .should()
          .dependOnClassesThat(resideInAPackage("com.twilio.."));

  /// The bridge knows the port, not what is behind it.
  @ArchTest
  static final ArchRule anotherSpeechModelIsAPackage =
      noClasses()
          .that(resideInAPackage("io.frontdesk..").and(notIn("io.frontdesk.voice.realtime..")))
          .should()
          .dependOnClassesThat(resideInAPackage("io.frontdesk.voice.realtime.."));

  /// Nor does who has greetings recorded.
  @ArchTest
  static final ArchRule anotherVoiceForGreetingsIsAPackage =
      noClasses()
          .that(resideInAPackage("io.frontdesk..").and(notIn("io.frontdesk.voice.elevenlabs..")))
          .should()
          .dependOnClassesThat(resideInAPackage("io.frontdesk.voice.elevenlabs.."));

  /// Who speaks to the outside by means of their own: to addresses that operators give, not
  /// tenants; or, as the drill does, to this very service.
  @ArchTest
  static final ArchRule whatTenantsNameIsFetchedByTheGuardedClientOnly =
      noClasses()
          .that(
              resideInAPackage("io.frontdesk..")
                  .and(notIn("io.frontdesk.web.fetch.."))
                  .and(notIn("io.frontdesk.twilio.."))
                  .and(notIn("io.frontdesk.openai.."))
                  .and(notIn("io.frontdesk.credential.."))
                  .and(notIn("io.frontdesk.sandbox.."))
                  .and(not(nameMatching("io\\.frontdesk\\.voice\\.StreamDrill(\\$.*)?"))))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.net.http..", "org.apache.hc..")
                  .or(assignableTo(URLConnection.class)));

  /// The stand-ins speak to the rest over the wire.
  @ArchTest
  static final ArchRule theSandboxIsApart =
      noClasses()
          .that(
              resideInAnyPackage(
                  "io.frontdesk.sandbox.audio..",
                  "io.frontdesk.sandbox.elevenlabs..",
                  "io.frontdesk.sandbox.openai..",
                  "io.frontdesk.sandbox.twilio..",
                  "io.frontdesk.sandbox.wire.."))
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.frontdesk..").and(notIn("io.frontdesk.sandbox..")))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule findersTakeTheTenantFirst =
      methods()
          .that()
          .haveNameMatching("(find|count|exists|delete)By.*TenantId.*")
          .should(
              new ArchCondition<>("take TenantId first") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                  var parameters = method.getRawParameterTypes();
                  boolean first =
                      !parameters.isEmpty() && parameters.getFirst().isEquivalentTo(TenantId.class);
                  events.add(new SimpleConditionEvent(method, first, method.getFullName()));
                }
              })
          .allowEmptyShould(true);

  @ArchTest
  static void everyPackageIsARoomOfTheList(JavaClasses all) {
    Set<String> unknown =
        all.stream().map(ArchitectureTest::room).collect(Collectors.toCollection(TreeSet::new));
    unknown.remove("");
    unknown.removeAll(ROOMS_TOP_DOWN);

    assertThat(unknown).isEmpty();
  }

  private static DescribedPredicate<JavaClass> notIn(String packages) {
    return not(resideInAPackage(packages));
  }

  private static ArchCondition<JavaClass> onlyUseRoomsBelow() {
    return new ArchCondition<>("only use rooms below their own") {
      @Override
      public void check(JavaClass user, ConditionEvents events) {
        int own = ROOMS_TOP_DOWN.indexOf(room(user));
        for (var dependency : user.getDirectDependenciesFromSelf()) {
          JavaClass used = dependency.getTargetClass();
          boolean ours = used.getPackageName().startsWith("io.frontdesk");
          int other = ROOMS_TOP_DOWN.indexOf(room(used));
          // The root package only starts the service: it may see all rooms, and none sees it.
          boolean allowed =
              !ours || room(user).isEmpty() || (other >= own && !room(used).isEmpty());
          events.add(new SimpleConditionEvent(user, allowed, dependency.getDescription()));
        }
      }
    };
  }

  private static String room(JavaClass type) {
    String[] parts = type.getPackageName().split("\\.", -1);
    return parts.length > 2 && type.getPackageName().startsWith("io.frontdesk.") ? parts[2] : "";
  }
}
