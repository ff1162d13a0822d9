-- What statistics count over.
create index on tenant.call (tenant_id, started_at);
create index on tenant.lead (tenant_id, created_at);
create index on tenant.message (tenant_id, created_at);
create index on tenant.appointment (tenant_id, created_at);
create index on tenant.tool_receipt (tenant_id, created_at) where tool = 'transfer_call';

-- What the owner said of a step of the first run; whether it is done is seen from what is there.
create table tenant.setup_step (
  tenant_id  uuid not null references platform.tenant,
  id         uuid not null,
  step       text not null check (step in ('business', 'practice_call', 'number')),
  state      text not null check (state in ('open', 'done', 'skipped')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, step)
);
call platform.isolate('tenant.setup_step');
