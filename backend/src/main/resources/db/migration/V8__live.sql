-- Opens one live connection of the dashboard, once. The ticket arrives before the tenant is known, hence platform; only
-- its hash is kept, and the row goes when it is used.
create table platform.live_ticket (
  hash       bytea primary key,
  tenant_id  uuid not null references platform.tenant,
  expires_at timestamptz not null
);
create index on platform.live_ticket (tenant_id);
grant select, insert, delete on platform.live_ticket to frontdesk_app;
