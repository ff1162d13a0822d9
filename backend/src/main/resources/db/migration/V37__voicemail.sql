-- What callers said after the beep is a message with a recording; it is due like a promise, and is none.
alter table tenant.message
  add column kind text not null default 'message' check (kind in ('message', 'voicemail')),
  add column recording_id uuid,
  add unique (tenant_id, recording_id),
  add foreign key (tenant_id, recording_id) references tenant.recording (tenant_id, id) on delete set null (recording_id);
drop index tenant.message_promised;
create unique index message_promised on tenant.message (tenant_id, call_id)
  where due_at is not null and status = 'open' and kind = 'message';
