package io.frontdesk.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The rules that tables keep, each asked of the database's own catalog for whatever breaks it.
enum CatalogRules {
  TABLES_ARE_IN_THE_TWO_SCHEMAS(
      """
      select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'f', 'v', 'm', 'S')
          and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
          and n.nspname !~ '^pg_(toast_)?temp_'
          and not (n.nspname in ('tenant', 'platform') and c.relkind in ('r', 'p'))
          and c.relname <> 'flyway_schema_history'\
      """),

  A_ROW_HAS_ITS_TENANT(
      """
      select t.relname from tables t
        where not exists (
          select from pg_attribute a where a.attrelid = t.oid and a.attname = 'tenant_id'
            and a.atttypid = 'uuid'::regtype and a.attnotnull)
        or not exists (
          select from pg_constraint f where f.conrelid = t.oid and f.contype = 'f'
            and f.confrelid = 'platform.tenant'::regclass and f.conkey = array[t.tenant])\
      """),

  THE_PRIMARY_KEY_IS_TENANT_AND_ID(
      """
      select t.relname from tables t
        where not exists (
          select from pg_constraint p where p.conrelid = t.oid and p.contype = 'p'
            and p.conkey = array[t.tenant,
              (select attnum from pg_attribute where attrelid = t.oid and attname = 'id')])\
      """),

  A_FOREIGN_KEY_STAYS_IN_THE_TENANT(
      """
      select f.conrelid::regclass || '.' || f.conname from pg_constraint f
        join pg_attribute theirs on theirs.attrelid = f.confrelid and theirs.attname = 'tenant_id'
        where f.contype = 'f'
          and (f.conrelid in (select oid from tables) or f.confrelid in (select oid from tables))
          and not exists (
            select from unnest(f.conkey, f.confkey) as pair(own, other)
              join pg_attribute ours on ours.attrelid = f.conrelid and ours.attnum = pair.own
              where ours.attname = 'tenant_id' and pair.other = theirs.attnum)\
      """),

  WHAT_IS_UNIQUE_IS_SO_WITHIN_THE_TENANT(
      """
      select i.indexrelid::regclass::text from pg_index i join tables t on t.oid = i.indrelid
        where (i.indisunique or i.indisexclusion) and not t.tenant = any (i.indkey::int2[])
          -- A program names itself before its tenant is known; ids are random.
          and i.indexrelid <> 'tenant.api_client_id_idx'::regclass\
      """),

  THE_POLICY_IS_FORCED(
      """
      select t.relname from tables t where not (t.relrowsecurity and t.relforcerowsecurity)\
      """),

  THE_ONE_POLICY_SHOWS_THE_TENANTS_ROWS_ONLY(
      """
      select t.relname from tables t
        where (select array_agg(row (p.polcmd, p.polpermissive,
                      pg_get_expr(p.polqual, t.oid), pg_get_expr(p.polwithcheck, t.oid))::text)
                 from pg_policy p where p.polrelid = t.oid
                   and (0 = any (p.polroles) or 'frontdesk_app'::regrole = any (p.polroles)))
              is distinct from array[row ('*', true,
                '(tenant_id = tenant.current_tenant())',
                '(tenant_id = tenant.current_tenant())')::text]\
      """),

  THE_OWNER_OWNS_EVERYTHING(
      """
      select c.relname from pg_class c
        where c.relnamespace in ('tenant'::regnamespace, 'platform'::regnamespace)
          and pg_get_userbyid(c.relowner) <> 'frontdesk_owner'\
      """),

  NOBODY_ELSE_WAS_LET_IN(
      """
      select c.relname || ': ' || coalesce(g.grantee::regrole::text, 'everybody') from pg_class c,
          aclexplode(c.relacl) g
        where c.relnamespace in ('tenant'::regnamespace, 'platform'::regnamespace)
          and g.grantee not in ('frontdesk_owner'::regrole, 'frontdesk_app'::regrole)
          or c.relnamespace in ('tenant'::regnamespace, 'platform'::regnamespace)
          and g.is_grantable and g.grantee <> 'frontdesk_owner'::regrole\
      """),

  WHAT_SEES_ALL_TENANTS_LOOKS_NOWHERE_ELSE(
      """
      select p.oid::regprocedure::text from pg_proc p
        where p.prosecdef and (p.proconfig is distinct from array['search_path=pg_catalog']
          or pg_get_userbyid(p.proowner) <> 'frontdesk_owner')\
      """);

  private final String offenders;

  CatalogRules(String offenders) {
    this.offenders = offenders;
  }

  /// What breaks this rule, by name.
  List<String> offenders(Connection connection) throws SQLException {
    return Catalog.column(
        connection,
        """
        with tables as (
          select c.*, (select attnum from pg_attribute
                         where attrelid = c.oid and attname = 'tenant_id') as tenant
            from pg_class c
            where c.relnamespace = 'tenant'::regnamespace and c.relkind in ('r', 'p'))
        %s\
        """
            .formatted(offenders));
  }
}
