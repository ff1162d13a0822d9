/// Chat models, whoever provides them: OpenAI, whoever speaks its protocol, or Anthropic; each with
/// the tenant's own key, or the platform's. Uses `call`, `catalogue`, `openai`, `credential`,
/// `business`, `secrets` and `tenancy`.
@NullMarked
package io.frontdesk.chat;

import org.jspecify.annotations.NullMarked;
