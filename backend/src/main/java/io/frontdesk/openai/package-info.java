/// Where the models of OpenAI, or of whoever speaks its protocols, are reached, and with whose key.
/// Uses `business`, `secrets` and `tenancy`.
@NullMarked
package io.frontdesk.openai;

import org.jspecify.annotations.NullMarked;
