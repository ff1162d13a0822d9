-- What happened, written in the transaction in which it happened.
create table tenant.event (
  tenant_id  uuid not null references platform.tenant,
  id         uuid not null,
  type       text not null,
  subject_id uuid not null,
  data       jsonb not null default '{}',
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
call platform.isolate('tenant.event');
create index on tenant.event (tenant_id, subject_id);

-- Jobs (db-scheduler's own layout): polled across tenants by every node; the tenant is part of the job's data.
create table platform.scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index on platform.scheduled_tasks (execution_time);
create index on platform.scheduled_tasks (last_heartbeat);
grant select, insert, update, delete on platform.scheduled_tasks to frontdesk_app;
