package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.audio.Voice;
import io.frontdesk.sandbox.wire.SocketClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/// What all calls share.
///
/// @param handshakes how long a media stream's handshake may take
/// @param workers where what takes time is done: a virtual thread each
record Network(
    Storage storage,
    Accounts accounts,
    Numbers numbers,
    Callees callees,
    LiveCalls live,
    Recordings recordings,
    Queues queues,
    Webhooks webhooks,
    Reach reach,
    SocketClient sockets,
    Metronome metronome,
    Voice voice,
    Duration handshakes,
    InstantSource clock,
    Executor workers) {}
