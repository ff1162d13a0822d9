-- The business's own tools: what its receptionists may ask of its own systems during a call.
create table tenant.http_tool (
  tenant_id       uuid not null references platform.tenant,
  id              uuid not null,
  receptionist_id uuid not null,
  name            text not null,
  description     text not null,
  parameters      jsonb not null,
  method          text not null check (method in ('get', 'post', 'put', 'patch', 'delete')),
  url             text not null,
  body            jsonb,
  headers         jsonb not null,
  -- Names and values, encrypted for the tenant.
  encrypted_headers text,
  timeout_seconds int not null check (timeout_seconds between 1 and 6),
  result          jsonb not null,
  safe            boolean not null,
  retired_at      timestamptz,
  version         bigint not null default 0,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, receptionist_id) references tenant.receptionist (tenant_id, id) on delete cascade
);
call platform.isolate('tenant.http_tool');
create unique index on tenant.http_tool (tenant_id, receptionist_id, name) where retired_at is null;

-- Each use of such a tool on a call. It is written down before the other side is asked: what nobody knows the end of
-- is not asked for again.
create table tenant.http_tool_use (
  tenant_id        uuid not null references platform.tenant,
  id               uuid not null,
  tool_id          uuid not null,
  call_id          uuid not null,
  -- The model's.
  function_call_id text not null,
  -- What is wanted, where it changes something: wanted again on the same call, it is done already.
  intent           text,
  output           jsonb,
  started_at       timestamptz not null,
  ended_at         timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, call_id, function_call_id),
  foreign key (tenant_id, tool_id) references tenant.http_tool (tenant_id, id) on delete cascade,
  foreign key (tenant_id, call_id) references tenant.call (tenant_id, id) on delete cascade
);
call platform.isolate('tenant.http_tool_use');
create unique index on tenant.http_tool_use (tenant_id, call_id, tool_id, intent) where intent is not null;
