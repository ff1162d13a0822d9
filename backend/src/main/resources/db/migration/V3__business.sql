-- The tenant's profile: one row per tenant, whose id is the tenant's.
create table tenant.business (
  tenant_id  uuid not null references platform.tenant,
  id         uuid not null check (id = tenant_id),
  name       text not null,
  industry   text not null check (industry in ('home_services', 'medical_dental', 'law_firm', 'salon', 'mortgage',
                                               'property_management', 'restaurant', 'elder_checkin')),
  about      text,
  time_zone  text not null,
  hours      jsonb not null,
  holidays   jsonb not null default '[]',
  version    bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
call platform.isolate('tenant.business');

-- The tenant's accounts at other companies: `account` is the public half (a SID), `secret` is encrypted with the
-- tenant's id as associated data.
create table tenant.credential (
  tenant_id  uuid not null references platform.tenant,
  id         uuid not null,
  provider   text not null check (provider in ('twilio', 'openai', 'elevenlabs', 'anthropic', 'smtp')),
  account    text not null,
  secret     text  not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, provider)
);
call platform.isolate('tenant.credential');
