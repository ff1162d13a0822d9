-- Why the greeting of a published receptionist could not be recorded the last time; nothing while it could. Its id is
-- the receptionist's.
create table tenant.greeting_failure (
  tenant_id uuid not null references platform.tenant,
  id        uuid not null,
  reason    text not null,
  failed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references tenant.receptionist (tenant_id, id) on delete cascade
);
call platform.isolate('tenant.greeting_failure');
