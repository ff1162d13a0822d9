-- A call that is let in holds a place until then; whoever carries the call says again and again that it goes on. A node
-- that is gone says nothing, so its places come free by themselves.
alter table tenant.call
  add held_until timestamptz,
  -- Which limit turned the call away; null for a call that was answered.
  add refused    text check (refused in ('concurrent_calls', 'minutes_per_month', 'spend_per_day'));

-- Whoever had an address before may take it back.
alter table platform.mailed_link
  drop constraint mailed_link_purpose_check,
  add check (purpose in ('reset_password', 'confirm_address', 'keep_address'));

-- The tokens that operators have shown, and those that may not be shown any more. Whoever has the keys makes them without
-- a database, so one that was never shown is not here.
create table platform.operator_token (
  id            uuid primary key,
  operator      text not null,
  expires_at    timestamptz not null,
  first_used_at timestamptz,
  last_used_at  timestamptz,
  last_address  text,
  revoked_at    timestamptz,
  revoked_by    text,
  check ((revoked_at is null) = (revoked_by is null))
);
grant select, insert, update, delete on platform.operator_token to frontdesk_app;
