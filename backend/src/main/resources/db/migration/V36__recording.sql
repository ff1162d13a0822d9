-- Whether callers are recorded, what they are told of it, and for how long that is kept.
alter table tenant.business
  add column recording_consent text not null default 'off' check (recording_consent in ('off', 'announced', 'one_party')),
  add column recording_notice text,
  add column recording_retention_days int not null default 30 check (recording_retention_days between 1 and 3650);

-- What was recorded of a call, at Twilio and here. The sound itself lies on disk; a deleted one leaves its row.
create table tenant.recording (
  tenant_id     uuid not null references platform.tenant,
  id            uuid not null,
  call_id       uuid not null,
  kind          text not null check (kind in ('call', 'voicemail')),
  -- Why it may be: what the business had chosen when it began, or that the caller spoke to a machine.
  consent       text not null check (consent in ('announced', 'one_party', 'voicemail')),
  -- Twilio's id, once it has told it.
  recording_sid text,
  state         text not null check (state in ('starting', 'in_progress', 'completed', 'ready', 'absent', 'failed', 'deleted')),
  -- When Twilio was asked to begin: whoever asks again looks first whether it did.
  asked_at      timestamptz,
  started_at    timestamptz,
  duration_ms   bigint,
  channels      int,
  bytes         bigint,
  waveform      jsonb,
  created_at    timestamptz not null,
  deleted_at    timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, recording_sid),
  foreign key (tenant_id, call_id) references tenant.call (tenant_id, id) on delete cascade
);
call platform.isolate('tenant.recording');
create unique index on tenant.recording (tenant_id, call_id) where kind = 'call';
create index on tenant.recording (tenant_id, call_id, kind);
