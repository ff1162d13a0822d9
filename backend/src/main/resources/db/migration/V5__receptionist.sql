-- A configured voice. `draft` is what is being edited; calls use the published version.
create table tenant.receptionist (
  tenant_id         uuid not null references platform.tenant,
  id                uuid not null,
  is_default        boolean not null default false,
  draft             jsonb not null,
  published_version int,
  version           bigint not null default 0,
  created_at        timestamptz not null default now(),
  updated_at        timestamptz not null default now(),
  primary key (tenant_id, id)
);
call platform.isolate('tenant.receptionist');
create unique index one_default_receptionist on tenant.receptionist (tenant_id) where is_default;

create table tenant.receptionist_version (
  tenant_id       uuid not null references platform.tenant,
  id              uuid not null,
  receptionist_id uuid not null,
  number          int not null,
  config          jsonb not null,
  published_at    timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, receptionist_id, number),
  foreign key (tenant_id, receptionist_id) references tenant.receptionist (tenant_id, id) on delete cascade
);
call platform.isolate('tenant.receptionist_version');

-- What can be booked, and with whom. What is retired stays for the appointments that name it.
create table tenant.service (
  tenant_id        uuid not null references platform.tenant,
  id               uuid not null,
  name             text not null,
  duration_minutes int not null check (duration_minutes between 5 and 1440),
  price_text       text,
  retired_at       timestamptz,
  version          bigint not null default 0,
  created_at       timestamptz not null default now(),
  updated_at       timestamptz not null default now(),
  primary key (tenant_id, id)
);
call platform.isolate('tenant.service');

create table tenant.staff (
  tenant_id  uuid not null references platform.tenant,
  id         uuid not null,
  name       text not null,
  retired_at timestamptz,
  version    bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
call platform.isolate('tenant.staff');
