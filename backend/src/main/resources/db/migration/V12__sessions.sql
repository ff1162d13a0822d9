-- So that a person knows their sessions again when they look for one to end.
alter table platform.session
  add column user_agent   text not null default '',
  add column address      text not null default '',
  add column last_used_at timestamptz not null default now();
