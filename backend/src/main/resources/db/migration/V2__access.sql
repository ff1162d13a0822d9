-- People are global: one person may work for several businesses.
create table platform."user" (
  id            uuid primary key,
  email         text not null unique check (email = lower(email)),
  password_hash text not null,
  created_at    timestamptz not null default now()
);

create table tenant.membership (
  tenant_id  uuid not null references platform.tenant,
  id         uuid not null,
  user_id    uuid not null references platform."user",
  role       text not null check (role in ('owner', 'admin', 'member', 'viewer')),
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, user_id)
);
call platform.isolate('tenant.membership');
create index on tenant.membership (user_id);

-- Log-in happens before any tenant is known: this function alone looks across tenants for a person's memberships.
create function platform.memberships_of(person uuid)
  returns table (tenant_id uuid, tenant_name text, role text)
  stable security definer set search_path = pg_catalog language sql
  begin atomic
    select m.tenant_id, t.name, m.role
      from tenant.membership m join platform.tenant t on t.id = m.tenant_id
      where m.user_id = person order by m.created_at, m.id;
  end;

-- One row per log-in. Its refresh tokens rotate; the reuse of a rotated one revokes the session. Found by a token
-- before the tenant is known, hence platform.
create table platform.session (
  id         uuid primary key,
  user_id    uuid not null references platform."user",
  tenant_id  uuid not null references platform.tenant,
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);
create index on platform.session (user_id);

create table platform.refresh_token (
  hash       bytea primary key,
  session_id uuid not null references platform.session,
  issued_at  timestamptz not null default now(),
  expires_at timestamptz not null,
  rotated_at timestamptz
);
create index on platform.refresh_token (session_id);

-- Access tokens of every tenant are signed with these; the private key is encrypted by the installation's keyset.
create table platform.signing_key (
  id            uuid primary key,
  encrypted_jwk text not null,
  created_at    timestamptz not null default now(),
  retired_at    timestamptz
);

grant select, insert, update, delete on platform."user", platform.session, platform.refresh_token, platform.signing_key
  to frontdesk_app;
