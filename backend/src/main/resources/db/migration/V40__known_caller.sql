-- Callers whom the business wants treated otherwise than others, by their number.
create table tenant.known_caller (
  tenant_id       uuid not null references platform.tenant,
  id              uuid not null,
  number          text not null,
  treatment       text not null check (treatment in ('blocked')),
  note            text,
  calls           int not null default 0,
  last_call_at    timestamptz,
  last_call_sid   text,
  version         bigint not null default 0,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, number)
);
call platform.isolate('tenant.known_caller');
