-- What a service asks of a calendar, and who does it.
alter table tenant.service
  add column buffer_before_minutes  int not null default 0 check (buffer_before_minutes between 0 and 480),
  add column buffer_after_minutes   int not null default 0 check (buffer_after_minutes between 0 and 480),
  add column minimum_notice_minutes int not null default 0 check (minimum_notice_minutes between 0 and 43200),
  add column horizon_days           int not null default 730 check (horizon_days between 1 and 730),
  -- Ids of staff; null for everybody.
  add column staff_ids              jsonb;

-- When they work; null for whenever the business is open.
alter table tenant.staff add column hours jsonb;

create table tenant.time_off (
  tenant_id  uuid not null references platform.tenant,
  id         uuid not null,
  staff_id   uuid not null,
  starts_at  timestamptz not null,
  ends_at    timestamptz not null check (ends_at > starts_at),
  reason     text,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, staff_id) references tenant.staff (tenant_id, id)
);
call platform.isolate('tenant.time_off');
create index on tenant.time_off (tenant_id, staff_id, starts_at);

-- An appointment takes its buffers as well. While a caller decides, a time is held for the call: a row like any other,
-- so that the one constraint covers both, which anybody may delete once its time is up.
alter table tenant.appointment
  add column blocked_from  timestamptz,
  add column blocked_until timestamptz,
  add column held_until    timestamptz;
update tenant.appointment set blocked_from = starts_at, blocked_until = ends_at;
alter table tenant.appointment
  alter column blocked_from set not null,
  alter column blocked_until set not null,
  add check (blocked_from <= starts_at and blocked_until >= ends_at),
  drop constraint appointment_status_check,
  add constraint appointment_status_check check (status in ('held', 'booked', 'cancelled')),
  add check ((status = 'held') = (held_until is not null)),
  drop constraint no_double_booking,
  add constraint no_double_booking exclude using gist
    (tenant_id with =, staff_id with =, tstzrange(blocked_from, blocked_until) with &&)
    where (status in ('held', 'booked'));
create index on tenant.appointment (tenant_id, held_until) where status = 'held';
create index on tenant.appointment (tenant_id, call_id);

-- What was only held is let go; the service never deletes an appointment.
grant delete on tenant.appointment to frontdesk_app;
create function tenant.keep_appointment() returns trigger language plpgsql as $$
begin
  raise exception 'appointment % is not to be deleted', old.id;
end $$;
create trigger keep_appointment before delete on tenant.appointment for each row
  when (old.status <> 'held' and current_user = 'frontdesk_app') execute function tenant.keep_appointment();
