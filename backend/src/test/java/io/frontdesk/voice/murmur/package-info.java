/// A provider of speech-to-speech models with a protocol of its own, to show that another one is a
/// package beside this: lines of text over TCP, `verb argument...`, whose texts and sounds are in
/// base64.
///
/// The model is sent `start`, `hear`, `know`, `forget`, `speak`, `hush`, `result` and `quiet`; it
/// tells `hello`, `ready`, `begins`, `pauses`, `turn`, `words`, `answer`, `sound`, `said` and
/// `done`.
@NullMarked
package io.frontdesk.voice.murmur;

import org.jspecify.annotations.NullMarked;
