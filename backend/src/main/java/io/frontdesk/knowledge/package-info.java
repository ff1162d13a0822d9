/// What the business has its receptionists know: questions with their answers, documents, what
/// callers asked in vain, and which answers came from where. Uses `call`, `receptionist`, `audit`,
/// `outbox`, `web` and `tenancy`.
@NullMarked
package io.frontdesk.knowledge;

import org.jspecify.annotations.NullMarked;
