-- What happened on each call, event by event, with what it led to: enough to replay the call alone. Written while the
-- call goes on, in batches, hence chunks. `first` counts over all of the call; `json`, not `jsonb`, keeps what was
-- written as it was written. Goes when its call goes.
create table tenant.call_event_chunk (
  tenant_id  uuid not null references platform.tenant,
  id         uuid not null,
  call_id    uuid not null,
  first      int not null check (first >= 0),
  count      int not null check (count > 0),
  events     json not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, call_id, first),
  foreign key (tenant_id, call_id) references tenant.call (tenant_id, id) on delete cascade
);
call platform.isolate('tenant.call_event_chunk');

-- How long the caller, who had stopped speaking, waited for this turn's first sound.
alter table tenant.turn add column reply_ms int check (reply_ms >= 0);

-- What the carrier takes for a call, which it tells some time after it; `never` once nobody waits for that any more.
alter table tenant.call
  add column telephone_micros bigint,
  add column telephone_currency text,
  add column telephone_never boolean not null default false;
