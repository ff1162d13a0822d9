-- What the models said they took for a call, so that its cost can be reckoned again when prices turn out otherwise.
create table tenant.call_usage (
  tenant_id  uuid not null references platform.tenant,
  id         uuid not null,
  call_id    uuid not null,
  kind       text not null check (kind in ('speech', 'transcription', 'analysis')),
  model      text not null,
  tokens     jsonb not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, call_id) references tenant.call (tenant_id, id)
);
call platform.isolate('tenant.call_usage');
create index on tenant.call_usage (tenant_id, call_id);
