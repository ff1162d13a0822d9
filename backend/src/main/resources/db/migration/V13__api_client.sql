-- Programs that a business lets in.
create table tenant.api_client (
  tenant_id    uuid not null references platform.tenant,
  id           uuid not null,
  name         text not null,
  scopes       jsonb not null,
  secret_hash  text not null,
  created_at   timestamptz not null,
  last_used_at timestamptz,
  primary key (tenant_id, id)
);
call platform.isolate('tenant.api_client');
create unique index on tenant.api_client (id);

-- A program names itself before it is known whose it is: this function alone looks across tenants for it.
create function platform.api_client(client uuid)
  returns table (tenant_id uuid, secret_hash text)
  stable security definer set search_path = pg_catalog language sql
  begin atomic
    select c.tenant_id, c.secret_hash from tenant.api_client c where c.id = client;
  end;
