package io.frontdesk.catalogue;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.core.annotation.Introspected;

/// A model as it is today.
///
/// @param isDefault whether it is used where nobody chose another
/// @param endsSoon whether its end is less than 60 days away, or past
@Introspected
record ListedModel(@JsonUnwrapped Model model, boolean isDefault, boolean endsSoon) {}
