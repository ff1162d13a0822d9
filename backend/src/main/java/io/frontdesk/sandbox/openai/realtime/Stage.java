package io.frontdesk.sandbox.openai.realtime;

import io.frontdesk.sandbox.audio.Voice;
import io.frontdesk.sandbox.wire.Socket;

/// What a response needs to be performed: the session's connection, conversation and voice.
record Stage(Socket socket, Outgoing out, Conversation conversation, Voice voice, Pace pace) {}
