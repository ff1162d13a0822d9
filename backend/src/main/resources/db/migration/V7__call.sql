create table tenant.lead (
  tenant_id  uuid not null references platform.tenant,
  id         uuid not null,
  name       text,
  phone      text not null,
  email      text,
  status     text not null default 'new' check (status in ('new', 'contacted', 'qualified', 'won', 'lost')),
  urgency    text,
  intent     text,
  fields     jsonb not null default '{}',
  score      int,
  version    bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, phone)
);
call platform.isolate('tenant.lead');

create table tenant.call (
  tenant_id            uuid not null references platform.tenant,
  id                   uuid not null,
  call_sid             text not null,
  direction            text not null check (direction in ('inbound', 'outbound')),
  state                text not null check (state in ('queued', 'ringing', 'in_progress', 'completed', 'busy', 'no_answer',
                                                      'failed', 'canceled')),
  outcome              text,
  from_number          text,
  to_number            text not null,
  receptionist_id      uuid,
  receptionist_version int,
  engine               text not null,
  fallbacks            jsonb not null default '[]',
  -- What the business's own clock reads, minus what it really is: null but for practice calls set at another hour.
  clock_offset_s       bigint,
  summary              text,
  sentiment            text,
  lead_id              uuid,
  latency              jsonb,
  cost                 jsonb,
  started_at           timestamptz not null default now(),
  answered_at          timestamptz,
  -- When the carrier said that it was over; the record may be closed a little later.
  hung_up_at           timestamptz,
  -- When its record was closed: set once.
  ended_at             timestamptz,
  analyzed_at          timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, call_sid),
  foreign key (tenant_id, receptionist_id) references tenant.receptionist (tenant_id, id),
  foreign key (tenant_id, lead_id) references tenant.lead (tenant_id, id) on delete set null (lead_id)
);
call platform.isolate('tenant.call');
create index on tenant.call (tenant_id, lead_id);
create index on tenant.call (tenant_id, from_number);
create index on tenant.call (tenant_id) where ended_at is null;

create table tenant.turn (
  tenant_id   uuid not null references platform.tenant,
  id          uuid not null,
  call_id     uuid not null,
  index       int not null,
  speaker     text not null check (speaker in ('caller', 'receptionist', 'system')),
  text        text not null,
  heard_text  text,
  interrupted boolean not null default false,
  tool_calls  jsonb not null default '[]',
  started_at  timestamptz not null,
  ended_at    timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, call_id, index),
  foreign key (tenant_id, call_id) references tenant.call (tenant_id, id)
);
call platform.isolate('tenant.turn');

-- What a tool did for one function call of the model: the same function call twice is one deed.
create table tenant.tool_receipt (
  tenant_id        uuid not null references platform.tenant,
  id               uuid not null,
  call_id          uuid not null,
  function_call_id text not null,
  tool             text not null,
  arguments        jsonb not null,
  output           jsonb not null,
  created_at       timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, call_id, function_call_id),
  foreign key (tenant_id, call_id) references tenant.call (tenant_id, id)
);
call platform.isolate('tenant.tool_receipt');

create table tenant.message (
  tenant_id  uuid not null references platform.tenant,
  id         uuid not null,
  call_id    uuid,
  from_name  text,
  from_phone text,
  text       text not null,
  urgency    text not null default 'normal' check (urgency in ('low', 'normal', 'high', 'emergency')),
  status     text not null default 'open' check (status in ('open', 'done')),
  version    bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, call_id) references tenant.call (tenant_id, id)
);
call platform.isolate('tenant.message');

create table tenant.appointment (
  tenant_id  uuid not null references platform.tenant,
  id         uuid not null,
  service_id uuid not null,
  staff_id   uuid not null,
  call_id    uuid,
  starts_at  timestamptz not null,
  ends_at    timestamptz not null check (ends_at > starts_at),
  name       text not null,
  phone      text,
  email      text,
  reason     text,
  status     text not null default 'booked' check (status in ('booked', 'cancelled')),
  version    bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, service_id) references tenant.service (tenant_id, id),
  foreign key (tenant_id, staff_id) references tenant.staff (tenant_id, id),
  foreign key (tenant_id, call_id) references tenant.call (tenant_id, id),
  -- Nobody is in two places at once: the database says so, whatever the code believes.
  constraint no_double_booking exclude using gist
    (tenant_id with =, staff_id with =, tstzrange(starts_at, ends_at) with &&) where (status = 'booked')
);
call platform.isolate('tenant.appointment');
create index on tenant.appointment (tenant_id, starts_at);

-- Opens one media stream, once. The token arrives before the tenant is known, hence platform; only its hash is kept.
create table platform.media_token (
  hash        bytea primary key,
  tenant_id   uuid not null references platform.tenant,
  call_id     uuid not null,
  expires_at  timestamptz not null,
  consumed_at timestamptz,
  foreign key (tenant_id, call_id) references tenant.call (tenant_id, id)
);
create index on platform.media_token (tenant_id, call_id);
grant select, insert, update, delete on platform.media_token to frontdesk_app;
