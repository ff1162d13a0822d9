-- A number is written down before it is rented and until it is given back, so that no crash in between loses it.
alter table tenant.phone_number
  add state text not null default 'active' check (state in ('buying', 'active', 'releasing')),
  add source text not null default 'sandbox' check (source in ('sandbox', 'bought', 'imported')),
  add webhooks_state text not null default 'unknown' check (webhooks_state in ('ok', 'wrong', 'unknown')),
  add webhooks_checked_at timestamptz,
  add webhooks_detail text,
  alter sid drop not null,
  add check (sid is not null or state = 'buying');
alter table tenant.phone_number alter state drop default, alter source drop default, alter webhooks_state drop default;

-- A tenant's row can only be about a number that the tenant owns; a number has one owner.
alter table platform.phone_number_owner add unique (number, tenant_id);
alter table tenant.phone_number
  add foreign key (number, tenant_id) references platform.phone_number_owner (number, tenant_id);
