-- Two schemas: `platform` holds what is not any tenant's (each table with its reason), `tenant` all the rest.
-- Flyway runs this as frontdesk_owner; the service logs in as frontdesk_app, which owns nothing.
create extension if not exists btree_gist;

create schema platform;
create schema tenant;
grant usage on schema platform, tenant to frontdesk_app;

-- The tenant that the running transaction was opened for (tenancy.run), or null. The setting is '' rather than null
-- once a pooled connection has been used, hence nullif.
create function tenant.current_tenant() returns uuid stable language sql
  return nullif(current_setting('app.tenant_id', true), '')::uuid;

-- Every table of schema `tenant` is put behind its policy by this one procedure, in the migration that creates it.
create procedure platform.isolate(isolated regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', isolated);
  execute format('alter table %s force row level security', isolated);
  execute format('create policy tenant on %s to frontdesk_app '
    'using (tenant_id = tenant.current_tenant()) with check (tenant_id = tenant.current_tenant())', isolated);
  -- Migrations and the few security-definer functions see all tenants.
  execute format('create policy owner on %s to frontdesk_owner using (true) with check (true)', isolated);
  execute format('grant select, insert, update, delete on %s to frontdesk_app', isolated);
end $$;

-- Every tenant there is: foreign keys of schema `tenant` end here.
create table platform.tenant (
  id         uuid primary key,
  name       text not null,
  created_at timestamptz not null default now()
);
grant select, insert, update on platform.tenant to frontdesk_app;
