-- A key is published before it signs, and until the last token of its time has expired.
alter table platform.signing_key add column signs_from timestamptz not null default now();
