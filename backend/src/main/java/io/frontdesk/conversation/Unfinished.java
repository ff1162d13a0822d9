package io.frontdesk.conversation;

import io.frontdesk.call.Speaker;
import org.jspecify.annotations.Nullable;

/// A turn that is not part of the record yet: it is being said, or its words or those of a turn
/// before it are still to come.
///
/// @param index which it will have, unless one before it turns out to be empty
/// @param words what was heard of it; null until that is known
public record Unfinished(int index, String itemId, Speaker speaker, @Nullable String words) {}
