-- A walk of a test call down every step of the ladder, and what worked.
create table tenant.drill (
  tenant_id       uuid not null references platform.tenant,
  id              uuid not null,
  receptionist_id uuid not null,
  call_id         uuid not null,
  -- [{engine, works, took_ms, said, problem}], in the order in which they were tried.
  steps           jsonb not null default '[]',
  started_at      timestamptz not null,
  ended_at        timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, receptionist_id) references tenant.receptionist (tenant_id, id) on delete cascade,
  foreign key (tenant_id, call_id) references tenant.call (tenant_id, id) on delete cascade
);
call platform.isolate('tenant.drill');
create index on tenant.drill (tenant_id, receptionist_id, id);
create index on tenant.drill (tenant_id, call_id);
-- One at a time.
create unique index drill_under_way on tenant.drill (tenant_id, receptionist_id) where ended_at is null;
