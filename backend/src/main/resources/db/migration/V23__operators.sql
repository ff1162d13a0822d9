-- How a tenant stands with the installation. Operators decide it.
alter table platform.tenant
  add plan             text  not null default 'standard' check (plan in ('trial', 'standard', 'unlimited')),
  add limits           jsonb not null default '{}',
  add suspended_at     timestamptz,
  add suspended_reason text,
  add check ((suspended_at is null) = (suspended_reason is null));
create index on platform.tenant (id) where suspended_at is not null;

-- What operators do, of whichever tenant: it can be added to and read.
create table platform.operator_action (
  id         uuid primary key,
  operator   text not null,
  address    text not null,
  action     text not null,
  tenant_id  uuid references platform.tenant,
  details    jsonb not null,
  created_at timestamptz not null
);
create index on platform.operator_action (tenant_id);
grant select, insert on platform.operator_action to frontdesk_app;

-- Why a job failed the last time; the row goes when the job succeeds or is dropped.
create table platform.job_failure (
  task_name     text not null,
  task_instance text not null,
  error         text not null,
  failed_at     timestamptz not null,
  primary key (task_name, task_instance)
);
grant select, insert, update, delete on platform.job_failure to frontdesk_app;

-- Operators look for a tenant before they know which: this function alone looks across tenants for them.
create function platform.tenant_overview(sought text, only_state text, before uuid, most int)
  returns table (id uuid, name text, state text, suspended_at timestamptz, suspended_reason text, plan text, limits jsonb,
                 owner_email text, members bigint, phone_numbers bigint, recent_calls bigint, open_calls bigint,
                 created_at timestamptz)
  stable security definer set search_path = pg_catalog language sql
  begin atomic
    select t.id, t.name, (array['active', 'suspended'])[1 + (t.suspended_at is not null)::int], t.suspended_at,
        t.suspended_reason, t.plan, t.limits,
        (select u.email from tenant.membership m join platform."user" u on u.id = m.user_id
          where m.tenant_id = t.id and m.role = 'owner' order by m.created_at, m.id limit 1),
        (select count(*) from tenant.membership m where m.tenant_id = t.id),
        (select count(*) from tenant.phone_number n where n.tenant_id = t.id),
        (select count(*) from tenant.call c where c.tenant_id = t.id and c.started_at > now() - interval '30 days'),
        (select count(*) from tenant.call c where c.tenant_id = t.id and c.ended_at is null and c.state in ('queued', 'ringing', 'in_progress')),
        t.created_at
      from platform.tenant t
      where t.id < before
        and (only_state is null or (only_state = 'suspended') = (t.suspended_at is not null))
        and (sought is null or t.id::text = lower(sought) or strpos(lower(t.name), lower(sought)) > 0
          or exists (select 1 from platform.phone_number_owner o
                       where o.tenant_id = t.id and strpos(o.number, sought) > 0)
          or exists (select 1 from tenant.membership m join platform."user" u on u.id = m.user_id
                       where m.tenant_id = t.id and strpos(u.email, lower(sought)) > 0))
      order by t.id desc limit most;
  end;
