-- The steps of calls that are held by TwiML, one row for each of our answers: whoever takes a step first answers it, and
-- whatever asks for it again is told the same, on any node. Goes when its call goes.
create table tenant.call_exchange (
  tenant_id uuid not null references platform.tenant,
  id        uuid not null,
  call_id   uuid not null,
  step      int not null check (step >= 0),
  engine    text not null,
  -- Where the engine stands after it, and the TwiML; null while it is at work.
  state     jsonb,
  twiml     text,
  taken_at  timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, call_id, step),
  foreign key (tenant_id, call_id) references tenant.call (tenant_id, id) on delete cascade
);
call platform.isolate('tenant.call_exchange');

-- Chat models talk with callers, too.
alter table tenant.call_usage drop constraint call_usage_kind_check;
alter table tenant.call_usage add check (kind in ('speech', 'chat', 'transcription', 'analysis'));
