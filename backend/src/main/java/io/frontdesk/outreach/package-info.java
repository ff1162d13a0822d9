/// Calls that the business places: asked for, placed once each, and what became of them. Uses
/// `voice`, `lead`, `call`, `receptionist`, `phonenumber`, `twilio` and below.
@NullMarked
package io.frontdesk.outreach;

import org.jspecify.annotations.NullMarked;
