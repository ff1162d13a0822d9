-- What a call that the business places is about; null for one that came in.
alter table tenant.call add column errand jsonb;

-- A call that the business wants placed, and what became of it.
create table tenant.outbound_call (
  tenant_id       uuid not null references platform.tenant,
  id              uuid not null,
  to_number       text not null,
  receptionist_id uuid,
  purpose         text,
  script_type     text not null check (script_type in ('default', 'follow_up', 'appointment_reminder')),
  lead_id         uuid,
  -- What an answering machine is told; null to hang up on it.
  message         text,
  scheduled_at    timestamptz not null,
  state           text not null check (state in ('scheduled', 'placing', 'calling', 'completed', 'busy', 'no_answer', 'failed',
                                                 'canceled', 'refused')),
  -- The record of the call, opened before anybody is dialled.
  call_id         uuid,
  refused         jsonb,
  -- One each time that Twilio was asked to dial, noted before it was.
  attempts        jsonb not null default '[]',
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, call_id),
  foreign key (tenant_id, receptionist_id) references tenant.receptionist (tenant_id, id),
  foreign key (tenant_id, lead_id) references tenant.lead (tenant_id, id) on delete set null (lead_id),
  foreign key (tenant_id, call_id) references tenant.call (tenant_id, id)
);
call platform.isolate('tenant.outbound_call');
create index on tenant.outbound_call (tenant_id, lead_id);
