-- What the business has its receptionists know: questions with their answers, and documents. An entry that is taken out
-- stays, for the transcripts that name it.
create table tenant.knowledge_entry (
  tenant_id       uuid not null references platform.tenant,
  id              uuid not null,
  receptionist_id uuid not null,
  kind            text not null check (kind in ('question', 'document')),
  -- The question, or what the document is called.
  title           text not null,
  -- The reply, or the document's text.
  text            text not null,
  file_name       text,
  -- From then on it is neither told nor found.
  expires_at      timestamptz,
  retired_at      timestamptz,
  version         bigint not null default 0,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, receptionist_id) references tenant.receptionist (tenant_id, id) on delete cascade
);
call platform.isolate('tenant.knowledge_entry');
create index on tenant.knowledge_entry (tenant_id, receptionist_id, id);

-- Entries in pieces that can be found.
create table tenant.knowledge_passage (
  tenant_id uuid not null references platform.tenant,
  id        uuid not null,
  entry_id  uuid not null,
  place     int not null,
  text      text not null,
  -- A text search configuration of PostgreSQL's.
  language  text not null,
  words     tsvector not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, entry_id) references tenant.knowledge_entry (tenant_id, id) on delete cascade
);
call platform.isolate('tenant.knowledge_passage');
create index on tenant.knowledge_passage (tenant_id, entry_id, place);

-- What callers asked and nobody could tell them, each wording once while it waits.
create table tenant.unanswered_question (
  tenant_id       uuid not null references platform.tenant,
  id              uuid not null,
  receptionist_id uuid not null,
  question        text not null,
  wording         text not null,
  -- On which it was asked last.
  call_id         uuid,
  times_asked     int not null default 1,
  status          text not null check (status in ('open', 'answered', 'dismissed')),
  -- What the reply became.
  entry_id        uuid,
  last_asked_at   timestamptz not null,
  version         bigint not null default 0,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, receptionist_id) references tenant.receptionist (tenant_id, id) on delete cascade,
  foreign key (tenant_id, call_id) references tenant.call (tenant_id, id) on delete set null (call_id),
  foreign key (tenant_id, entry_id) references tenant.knowledge_entry (tenant_id, id) on delete set null (entry_id)
);
call platform.isolate('tenant.unanswered_question');
create unique index on tenant.unanswered_question (tenant_id, receptionist_id, wording) where status = 'open';

-- Which turns of the receptionist's came from which entries.
create table tenant.knowledge_use (
  tenant_id  uuid not null references platform.tenant,
  id         uuid not null,
  call_id    uuid not null,
  turn_index int not null,
  entry_id   uuid not null,
  -- Whether a search on the call found it; else the words that turn and entry have in common tell.
  searched   boolean not null,
  primary key (tenant_id, id),
  unique (tenant_id, call_id, turn_index, entry_id),
  foreign key (tenant_id, call_id) references tenant.call (tenant_id, id) on delete cascade,
  foreign key (tenant_id, entry_id) references tenant.knowledge_entry (tenant_id, id) on delete cascade
);
call platform.isolate('tenant.knowledge_use');
