-- Calendars that are connected: an address that is read for busy times, or a feed that other programs read.
create table tenant.calendar (
  tenant_id     uuid not null references platform.tenant,
  id            uuid not null,
  kind          text not null check (kind in ('ics', 'feed')),
  name          text not null,
  -- Whose; null for everybody's.
  staff_id      uuid,
  -- Whoever knows the address can read the calendar.
  encrypted_url text,
  host          text,
  token_hash    text,
  read_at       timestamptz,
  problem       text,
  notice        text,
  created_at    timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, staff_id) references tenant.staff (tenant_id, id),
  check ((kind = 'ics') = (encrypted_url is not null)),
  check ((kind = 'feed') = (token_hash is not null))
);
call platform.isolate('tenant.calendar');
create index on tenant.calendar (token_hash);

-- When the owner of a calendar is busy: as it was read last.
create table tenant.busy_time (
  tenant_id   uuid not null references platform.tenant,
  id          uuid not null,
  calendar_id uuid not null,
  starts_at   timestamptz not null,
  ends_at     timestamptz not null check (ends_at > starts_at),
  primary key (tenant_id, id),
  foreign key (tenant_id, calendar_id) references tenant.calendar (tenant_id, id) on delete cascade
);
call platform.isolate('tenant.busy_time');
create index on tenant.busy_time (tenant_id, calendar_id, starts_at);

-- Whoever reads a feed does not say whose it is: this function alone looks across tenants for it.
create function platform.calendar_feed(hash text)
  returns table (tenant_id uuid, id uuid)
  stable security definer set search_path = pg_catalog language sql
  begin atomic
    select c.tenant_id, c.id from tenant.calendar c where c.token_hash = hash;
  end;
