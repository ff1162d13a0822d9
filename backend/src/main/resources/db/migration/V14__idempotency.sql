-- The first answer to each Idempotency-Key, for a day. The answer is encrypted: it may hold a secret that is shown once.
create table tenant.idempotency_key (
  tenant_id  uuid not null references platform.tenant,
  id         uuid not null,
  key        text not null,
  -- A digest of address, credential and body: another request with this key is refused.
  request    text  not null,
  status     int,
  answer     text,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, key)
);
call platform.isolate('tenant.idempotency_key');
create index on tenant.idempotency_key (tenant_id, created_at);
