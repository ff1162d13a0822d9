-- What a caller said in answer to an intake question, normalised: at most one of each key and call.
create table tenant.call_fact (
  tenant_id uuid not null references platform.tenant,
  id        uuid not null,
  call_id   uuid not null,
  key       text not null,
  value     text not null,
  -- In the caller's words, before anything was made of them.
  said      text not null,
  source    text not null check (source in ('caller_id', 'spoken', 'keyed', 'written')),
  -- Whether the caller heard it read back and agreed.
  verified  boolean not null,
  noted_at  timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, call_id, key),
  foreign key (tenant_id, call_id) references tenant.call (tenant_id, id) on delete cascade
);
call platform.isolate('tenant.call_fact');
