package io.frontdesk.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Every table that there is keeps the rules of its schema, and docs/tenancy.md tells of every
/// exception: asked of the database's own catalog, so that a new table is covered the day it is
/// made.
class CatalogTest {
  private static final String ALL = "select, insert, update, delete";
  private static final String COLUMNS =
      "tenant_id uuid not null references platform.tenant, id uuid not null, name text,"
          + " primary key (tenant_id, id)";

  private Connection owner;

  @BeforeEach
  void connect() throws SQLException {
    // Its start is what migrates the database.
    RunningService.shared();
    owner = TestDatabase.logins().owner().connect();
    owner.setAutoCommit(false);
  }

  @AfterEach
  void forget() throws SQLException {
    owner.rollback();
    owner.close();
  }

  @ParameterizedTest
  @EnumSource
  void everyTableKeepsTheRule(CatalogRules rule) throws SQLException {
    assertThat(rule.offenders(owner)).isEmpty();
  }

  /// A rule that nothing can break guards nothing: each finds the table that breaks it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TABLES_ARE_IN_THE_TWO_SCHEMAS | create view tenant.bad as select * from tenant.call",
        "TABLES_ARE_IN_THE_TWO_SCHEMAS | create schema other; create table other.bad (id uuid)",
        "A_ROW_HAS_ITS_TENANT | create table tenant.bad (tenant_id uuid not null, id uuid)",
        "A_ROW_HAS_ITS_TENANT | create table tenant.bad (id uuid primary key)",
        "THE_PRIMARY_KEY_IS_TENANT_AND_ID | create table tenant.bad (tenant_id uuid, id uuid"
            + " primary key)",
        "A_FOREIGN_KEY_STAYS_IN_THE_TENANT | create unique index only_id on tenant.call (id);"
            + " create table tenant.bad ({}, call_id uuid references tenant.call (id))",
        "A_FOREIGN_KEY_STAYS_IN_THE_TENANT | create table tenant.bad ({}, of uuid, foreign key (of,"
            + " id) references tenant.call (tenant_id, id))",
        "A_FOREIGN_KEY_STAYS_IN_THE_TENANT | create table platform.bad (of uuid, id uuid, foreign"
            + " key (of, id) references tenant.call (tenant_id, id))",
        "WHAT_IS_UNIQUE_IS_SO_WITHIN_THE_TENANT | create table tenant.bad ({}, unique (name))",
        "WHAT_IS_UNIQUE_IS_SO_WITHIN_THE_TENANT | create table tenant.bad ({}, exclude using gist"
            + " (name with =))",
        "THE_POLICY_IS_FORCED | create table tenant.bad ({}); alter table tenant.bad enable row"
            + " level security",
        "THE_ONE_POLICY_SHOWS_THE_TENANTS_ROWS_ONLY | create table tenant.bad ({})",
        "THE_ONE_POLICY_SHOWS_THE_TENANTS_ROWS_ONLY | create table tenant.bad ({}); call"
            + " platform.isolate('tenant.bad'); create policy more on tenant.bad using (true)",
        "THE_ONE_POLICY_SHOWS_THE_TENANTS_ROWS_ONLY | create table tenant.bad ({}); create policy p"
            + " on tenant.bad using (tenant_id = tenant.current_tenant()) with check (true)",
        "NOBODY_ELSE_WAS_LET_IN | create table platform.bad (id uuid); grant select on platform.bad"
            + " to public",
        "NOBODY_ELSE_WAS_LET_IN | create table tenant.bad (id uuid); grant select on tenant.bad to"
            + " frontdesk_app with grant option",
        "WHAT_SEES_ALL_TENANTS_LOOKS_NOWHERE_ELSE | create function platform.bad() returns int"
            + " security definer language sql return 1",
      })
  void theRuleFindsWhatBreaksIt(CatalogRules rule, String ddl) throws SQLException {
    try (var statement = owner.createStatement()) {
      statement.execute(ddl.replace("{}", COLUMNS));
    }

    assertThat(rule.offenders(owner)).singleElement().asString().contains("bad");
  }

  @Test
  void everyPlatformTableIsListedWithItsReasonAndWhatTheServiceMayDo() throws SQLException {
    assertThat(Catalog.grants(owner, "platform"))
        .isEqualTo(Catalog.page("Tables of schema `platform`, and why each is there"));
  }

  @Test
  void ofATenantsTablesTheServiceMayDoNoMoreThanIsListed() throws SQLException {
    var documented = Catalog.page("What the service may do with a tenant's rows");

    assertThat(Catalog.grants(owner, "tenant"))
        .isNotEmpty()
        .allSatisfy(
            (table, may) ->
                assertThat(may).as(table).isEqualTo(documented.getOrDefault(table, ALL)))
        .containsAllEntriesOf(documented);
  }

  @Test
  void everyFunctionThatCrossesTenantsIsListed() throws SQLException {
    assertThat(
            Catalog.column(
                owner,
                """
                select n.nspname || '.' || p.proname || '('
                    || array_to_string((coalesce(p.proargnames, '{}'))[1:p.pronargs], ', ') || ')'
                  from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef\
                """))
        .containsExactlyInAnyOrderElementsOf(Catalog.page("Work that crosses tenants").keySet());
  }

  @Test
  void theServiceCanMakeNothingInTheDatabase() throws SQLException {
    assertThat(
            Catalog.column(
                owner,
                """
                select nspname from pg_namespace
                  where has_schema_privilege('frontdesk_app', oid, 'create')\
                """))
        .isEqualTo(List.of());
  }
}
