/// Where the models of OpenAI, or of whoever speaks its protocols, are reached. Uses nothing of
/// ours.
@NullMarked
package io.frontdesk.openai;

import org.jspecify.annotations.NullMarked;
