-- That much of a limit was used up: told once in each month or day of the business's own clock.
create table tenant.usage_threshold (
  tenant_id  uuid not null references platform.tenant,
  id         uuid not null,
  measure    text not null check (measure in ('minutes_per_month', 'spend_per_day')),
  since      date not null,
  percent    int not null check (percent > 0),
  reached_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, measure, since, percent)
);
call platform.isolate('tenant.usage_threshold');
revoke update, delete on tenant.usage_threshold from frontdesk_app;
