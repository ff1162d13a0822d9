-- Under which of the platform's accounts a tenant's was opened: one that was made in the sandbox is no good at Twilio.
alter table platform.twilio_account add parent_sid text;
