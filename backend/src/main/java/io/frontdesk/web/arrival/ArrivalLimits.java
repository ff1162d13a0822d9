package io.frontdesk.web.arrival;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How long clients may take to send a request, however steadily they drip.
///
/// @param headersWithin from a request's first byte to the end of its headers
/// @param bodyWithin from there to the end of its body
@ConfigurationProperties("arrival")
record ArrivalLimits(
    @Bindable(defaultValue = "10s") Duration headersWithin,
    @Bindable(defaultValue = "30s") Duration bodyWithin) {}
