-- People have a name and a language for what is written to them. Whoever has not chosen a password cannot log in by one.
alter table platform."user"
  alter column password_hash drop not null,
  add column name              text not null default '',
  add column language          text not null default 'en' check (language in ('en', 'es', 'de')),
  add column email_verified_at timestamptz;
