package io.frontdesk.voice;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How long a stream may be silent before something is wrong with it.
///
/// @param firstWord from its begin to the receptionist's first sound
/// @param sentence for how long the caller hears nothing until more comes of a sentence that the
/// model has begun
/// @param reply for how long a caller who has said something hears nothing before being asked to
/// hold on; counted from where the model tells that the turn is over, which is the silence that
/// ends a turn, half a second mostly, after the last word
/// @param held for how long they then hear nothing more until the model is given up
/// @param response until an answer that the model began is complete
/// @param mark by how much a mark may be later, in the line's own time, than any that came back on
/// the call before; at most 5 s all in all
@ConfigurationProperties("voice.patience")
record Patience(
    @Bindable(defaultValue = "3s") Duration firstWord,
    @Bindable(defaultValue = "1500ms") Duration sentence,
    @Bindable(defaultValue = "1500ms") Duration reply,
    @Bindable(defaultValue = "1500ms") Duration held,
    @Bindable(defaultValue = "60s") Duration response,
    @Bindable(defaultValue = "2s") Duration mark) {}
