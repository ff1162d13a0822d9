package io.frontdesk.voice;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How long a stream may be silent before something is wrong with it.
///
/// @param firstWord from its begin to the receptionist's first sound
/// @param sentence for how long the caller hears nothing until more comes of a sentence that the
/// model has begun
@ConfigurationProperties("voice.patience")
record Patience(
    @Bindable(defaultValue = "3s") Duration firstWord,
    @Bindable(defaultValue = "1500ms") Duration sentence) {}
