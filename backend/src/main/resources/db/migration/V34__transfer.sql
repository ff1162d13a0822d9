-- A caller is handed over: who is rung, one after the other, and how far that has come.
create table tenant.transfer (
  tenant_id  uuid not null references platform.tenant,
  id         uuid not null,
  call_id    uuid not null,
  asked_by   text not null check (asked_by in ('receptionist', 'staff')),
  reason     text,
  summary    text,
  urgency    text not null check (urgency in ('low', 'normal', 'high', 'emergency')),
  phase      text not null check (phase in ('chosen', 'announced', 'ringing', 'briefed', 'bridged', 'ended')),
  -- Which of the legs is rung or talked to, or was last.
  leg        int not null check (leg >= 0),
  result     text check (result in ('connected', 'nobody', 'caller_hung_up', 'called_off')),
  -- [{name, number, mode, ring_s, result}], in the order in which they are rung.
  legs       jsonb not null check (jsonb_array_length(legs) > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ended_at   timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, call_id) references tenant.call (tenant_id, id) on delete cascade,
  check ((phase = 'ended') = (result is not null)),
  check ((phase = 'ended') = (ended_at is not null))
);
call platform.isolate('tenant.transfer');
create index on tenant.transfer (tenant_id, call_id);
create unique index transfer_under_way on tenant.transfer (tenant_id, call_id) where phase <> 'ended';
create index on tenant.transfer (tenant_id, created_at);
-- Transfers were counted by what the tool had answered.
drop index tenant.tool_receipt_tenant_id_created_at_idx;

-- By when somebody is to be called back who was promised a person and talked to none; null where nothing was promised.
alter table tenant.message add column due_at timestamptz;
create unique index message_promised on tenant.message (tenant_id, call_id) where due_at is not null and status = 'open';
