package io.frontdesk.conversation;

import io.frontdesk.conversation.ConversationEvent.Outcome;
import io.frontdesk.conversation.World.Manner;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// Whatever happens in whatever order, the promises are kept that `World` checks.
class ConversationPropertyTest {
  /// Something that somebody does.
  record Act(String name, Consumer<World> on) {
    @Override
    public String toString() {
      return name;
    }
  }

  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void keepsItsPromises(
      @ForAll boolean recorded, @ForAll Manner manner, @ForAll("acts") List<Act> acts) {
    var world = new World(recorded, manner);
    acts.forEach(act -> act.on().accept(world));
    world.comesToAnEnd();
  }

  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  void keepsItsPromisesOnceTheTalkIsUnderWay(
      @ForAll boolean holdIsRecorded, @ForAll Manner manner, @ForAll("acts") List<Act> acts) {
    var world = new World(true, holdIsRecorded, manner);
    world.opens();
    world.getsReady();
    acts.forEach(act -> act.on().accept(world));
    world.comesToAnEnd();
  }

  @Example
  void keepsItsPromisesToACallerWhoHangsUpDuringTheGoodbye() {
    var world = new World(true, Manner.THE_MODELS);
    world.opens();
    world.getsReady();
    world.speaksUp();
    world.fallsSilent();
    world.isWritten(true);
    world.endsResponse(Outcome.COMPLETED, 1);
    world.finishesTool(true, false);
    world.takesUp();
    world.sounds();
    world.endsResponse(Outcome.COMPLETED, 0);
    world.comesToAnEnd();
  }

  @Example
  void keepsItsPromisesWhereOneTurnIsIllegibleAndTheNextIsNeverWritten() {
    var world = new World(true, Manner.PATIENT);
    world.opens();
    world.getsReady();
    world.speaksUp();
    world.insists();
    world.fallsSilent();
    world.isWritten(false);
    world.speaksUp();
    world.fallsSilent();
    world.comesToAnEnd();
  }

  /// Two seconds after the line was closed nobody waits for the model, only for tools that run.
  @Example
  void keepsItsPromisesWhereTheModelCallsToolsLongAfterTheLineWasClosed() {
    var world = new World(false, Manner.THE_MODELS);
    world.opens();
    world.getsReady();
    world.takesUp();
    world.endsResponse(Outcome.COMPLETED, 2);
    world.presses('#');
    world.takesUp();
    world.hangsUp();
    world.waits(Duration.ofSeconds(3));
    world.endsResponse(Outcome.COMPLETED, 2);
    world.comesToAnEnd();
  }

  @Example
  void keepsItsPromisesToACallerWhoHangsUpWhenTheModelHasToldAFailureTwice() {
    var world = new World(true, Manner.PATIENT_WITH_A_NOTICE);
    world.opens();
    world.getsReady();
    world.presses('#');
    world.takesUp();
    world.endsResponse(Outcome.FAILED, 1);
    world.takesUp();
    world.hangsUp();
    world.repeatsItsEnd();
    world.endsResponse(Outcome.COMPLETED, 2);
    world.comesToAnEnd();
  }

  @Provide
  Arbitrary<List<Act>> acts() {
    Arbitrary<Act> waits =
        Arbitraries.integers()
            .between(50, 9000)
            .map(ms -> new Act("wait " + ms, world -> world.waits(Duration.ofMillis(ms))));
    Arbitrary<Act> completes =
        Arbitraries.integers()
            .between(0, 2)
            .map(n -> new Act("completes " + n, w -> w.endsResponse(Outcome.COMPLETED, n)));
    Arbitrary<Act> others =
        Arbitraries.of(Outcome.CANCELLED, Outcome.INCOMPLETE, Outcome.FAILED)
            .map(outcome -> new Act("ends " + outcome, w -> w.endsResponse(outcome, 1)));
    return Arbitraries.frequencyOf(
            Tuple.of(3, just("opens", World::opens)),
            Tuple.of(3, just("ready", World::getsReady)),
            Tuple.of(6, just("speaks up", World::speaksUp)),
            Tuple.of(4, just("insists", World::insists)),
            Tuple.of(6, just("falls silent", World::fallsSilent)),
            Tuple.of(5, just("written", w -> w.isWritten(true))),
            Tuple.of(2, just("illegible", w -> w.isWritten(false))),
            Tuple.of(1, just("murmur", w -> w.isWritten("mm-hm"))),
            Tuple.of(1, just("noise", w -> w.isWritten(""))),
            Tuple.of(6, just("takes up", World::takesUp)),
            Tuple.of(6, just("sounds", World::sounds)),
            Tuple.of(7, completes),
            Tuple.of(2, others),
            Tuple.of(1, just("repeats", World::repeatsItsEnd)),
            Tuple.of(6, just("hears", World::hears)),
            Tuple.of(5, just("tool done", w -> w.finishesTool(false, false))),
            Tuple.of(1, just("goodbye", w -> w.finishesTool(true, false))),
            Tuple.of(2, just("handed over", World::handsOver)),
            Tuple.of(2, just("booked", w -> w.finishesTool(false, true))),
            Tuple.of(2, just("key", w -> w.presses('5'))),
            Tuple.of(1, just("hash", w -> w.presses('#'))),
            Tuple.of(4, waits),
            Tuple.of(1, just("hangs up", World::hangsUp)),
            Tuple.of(1, just("model dies", World::modelDies)))
        .list()
        .ofMaxSize(60);
  }

  private static Arbitrary<Act> just(String name, Consumer<World> on) {
    return Arbitraries.just(new Act(name, on));
  }
}
