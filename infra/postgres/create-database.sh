#!/bin/sh
# Makes Frontdesk's two logins and its database on a new PostgreSQL server, as a superuser.
# Run by the postgres image when its volume is empty (see docker-compose.yml), or by hand with the PG* variables of psql set:
#
#   ROLES=backend/src/main/resources/db/roles.sql OWNER_PASSWORD=... APP_PASSWORD=... infra/postgres/create-database.sh
set -eu

: "${OWNER_PASSWORD:?the password of frontdesk_owner}" "${APP_PASSWORD:?the password of frontdesk_app}"
export PGUSER="${POSTGRES_USER:-${PGUSER:-postgres}}"

psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --dbname=postgres \
  --set=owner_password="$OWNER_PASSWORD" --set=app_password="$APP_PASSWORD" --file="${ROLES:-/frontdesk/roles.sql}"

psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --dbname=postgres --command="
  create database frontdesk owner frontdesk_owner template template0 encoding 'UTF8'
    locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'"
