/// The dashboard's live connection: what happens on calls and to what they leave, as it happens. It
/// may use the rooms of the records, `access`, `twilio` and below; of ours only `sandbox` may see
/// it.
@NullMarked
package io.frontdesk.live;

import org.jspecify.annotations.NullMarked;
