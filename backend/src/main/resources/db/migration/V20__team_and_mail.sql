-- People have a name and a language for what is written to them. Whoever has not chosen a password cannot log in by one.
alter table platform."user"
  alter column password_hash drop not null,
  add column name              text not null default '',
  add column language          text not null default 'en' check (language in ('en', 'es', 'de')),
  add column email_verified_at timestamptz;

-- Mails that were not sent yet. They go to people, who belong to no tenant; the tenant, if any, is the one in whose name
-- they are written. The body is encrypted, since it may hold a link that lets its reader in; a sent mail is gone.
create table platform.mail (
  id             uuid primary key,
  tenant_id      uuid references platform.tenant,
  user_id        uuid references platform."user",
  recipient      text not null,
  subject        text not null,
  encrypted_body text not null,
  created_at     timestamptz not null,
  expires_at     timestamptz not null
);
create index on platform.mail (expires_at);
create index on platform.mail (tenant_id);
create index on platform.mail (user_id);

-- Links that were mailed to a person and not used: shown before anybody is signed in. Only their hashes are kept, and the
-- row goes when it is used.
create table platform.mailed_link (
  id         uuid primary key,
  hash       bytea not null unique,
  purpose    text not null check (purpose in ('reset_password', 'confirm_address')),
  user_id    uuid not null references platform."user",
  address    text not null,
  expires_at timestamptz not null
);
create index on platform.mailed_link (user_id, purpose);
create index on platform.mailed_link (expires_at);

-- Addresses for which a new password was asked for, known or not: a job looks and forgets them.
create table platform.password_reset (
  id         uuid primary key,
  email      text not null unique,
  created_at timestamptz not null
);
grant select, insert, delete on platform.mail, platform.mailed_link, platform.password_reset to frontdesk_app;
-- When keys are rotated it is encrypted again.
grant update on platform.mail to frontdesk_app;

-- A role that two change at once is not overwritten unseen.
alter table tenant.membership add column version bigint not null default 0;

-- Who was asked to join a business and has not answered.
create table tenant.invitation (
  tenant_id  uuid not null references platform.tenant,
  id         uuid not null,
  email      text not null check (email = lower(email)),
  role       text not null check (role in ('owner', 'admin', 'member', 'viewer')),
  invited_by uuid not null references platform."user",
  token_hash text not null,
  sent       int  not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, email)
);
call platform.isolate('tenant.invitation');
create index on tenant.invitation (token_hash);

-- Whoever holds the link of an invitation does not say whose it is: this function alone looks across tenants for it.
create function platform.invitation(hash text)
  returns table (tenant_id uuid, id uuid)
  stable security definer set search_path = pg_catalog language sql
  begin atomic
    select i.tenant_id, i.id from tenant.invitation i where i.token_hash = hash;
  end;
