create table tenant.phone_number (
  tenant_id       uuid not null references platform.tenant,
  id              uuid not null,
  number          text not null check (number ~ '^\+[1-9][0-9]{5,14}$'),
  sid             text not null,
  label           text,
  receptionist_id uuid,
  version         bigint not null default 0,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, number),
  foreign key (tenant_id, receptionist_id) references tenant.receptionist (tenant_id, id)
);
call platform.isolate('tenant.phone_number');

-- number -> tenant: a number belongs to one tenant only, which no tenant's own rows could enforce.
create table platform.phone_number_owner (
  number    text primary key,
  tenant_id uuid not null references platform.tenant
);

-- Twilio account -> tenant: a webhook names its account, and the tenant's token then verifies it.
create table platform.twilio_account (
  account_sid text primary key,
  tenant_id   uuid not null references platform.tenant
);
grant select, insert, update, delete on platform.phone_number_owner, platform.twilio_account to frontdesk_app;
