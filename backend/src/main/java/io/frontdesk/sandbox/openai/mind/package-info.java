/// The mind of OpenAI's stand-in: pure functions from a prompt to a reply. It knows no business and
/// no scenario, only what the instructions, the tools and the conversation say. It may use the JDK
/// and Jackson's trees, and nothing of ours.
@NullMarked
package io.frontdesk.sandbox.openai.mind;

import org.jspecify.annotations.NullMarked;
