-- The two logins of Frontdesk. Run by a superuser before the first migration, and harmless when run again:
--
--   psql -v owner_password=... -v app_password=... -f roles.sql
--   create database frontdesk owner frontdesk_owner template template0 encoding 'UTF8'
--     locale_provider builtin builtin_locale 'C.UTF-8' locale 'C';
--
-- The service logs in as frontdesk_app, which owns nothing and cannot step around row-level security. Migrations alone
-- run as frontdesk_owner, which owns the database and all in it.

do $$
begin
  if not exists (select from pg_roles where rolname = 'frontdesk_owner') then
    create role frontdesk_owner;
  end if;
  if not exists (select from pg_roles where rolname = 'frontdesk_app') then
    create role frontdesk_app;
  end if;
end
$$;

alter role frontdesk_owner login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'owner_password';
alter role frontdesk_app login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'app_password';
