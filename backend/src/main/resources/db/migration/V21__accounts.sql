-- A tenant's own accounts at other companies: what may be shown of them, who set them, what their last test found.
-- `account` is empty where the secret is all there is.
alter table tenant.credential
  add settings  jsonb not null default '{}',
  add last_four text  not null default '' check (length(last_four) <= 4),
  add set_by    text,
  add set_at    timestamptz not null default now(),
  add tested_at timestamptz,
  add findings  jsonb not null default '[]';
alter table tenant.credential alter settings drop default, alter last_four drop default, alter set_at drop default,
  alter findings drop default;

-- The account that the platform opened for a tenant under its own: there as long as the tenant, whether or not the tenant
-- uses one of its own instead.
create table tenant.twilio_subaccount (
  tenant_id   uuid not null references platform.tenant,
  id          uuid not null,
  account_sid text not null,
  parent_sid  text,
  secret      text not null,
  created_at  timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id)
);
call platform.isolate('tenant.twilio_subaccount');
insert into tenant.twilio_subaccount (tenant_id, id, account_sid, parent_sid, secret, created_at)
  select c.tenant_id, c.id, c.account, a.parent_sid, c.secret, c.created_at
    from tenant.credential c left join platform.twilio_account a on a.account_sid = c.account
    where c.provider = 'twilio';
delete from tenant.credential where provider = 'twilio';

-- Anybody may say that an account is theirs: only its token proves it, so one tenant's word keeps no other out.
alter table platform.twilio_account drop constraint twilio_account_pkey, drop column parent_sid, add primary key (account_sid, tenant_id);
create index on platform.twilio_account (tenant_id);

-- After a rotation of the installation's keys the signing keys are encrypted anew.
grant update on platform.signing_key to frontdesk_app;
