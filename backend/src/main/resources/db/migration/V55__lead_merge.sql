-- Two leads that are one person: the one that was merged keeps its row, so that its number still leads to the other.
alter table tenant.lead
  add column merged_into uuid check (merged_into <> id),
  add foreign key (tenant_id, merged_into) references tenant.lead (tenant_id, id) on delete cascade;
create index on tenant.lead (tenant_id, merged_into) where merged_into is not null;

-- What was moved, so that just that can be brought back.
create table tenant.lead_merge (
  tenant_id   uuid not null references platform.tenant,
  id          uuid not null,
  lead_id     uuid not null,
  merged_id   uuid not null,
  -- The lead that stays, without and with what the other one added.
  before      jsonb not null,
  after       jsonb not null,
  -- The calls of the merged one, and the leads that had been merged into it.
  moved_calls jsonb not null,
  moved_leads jsonb not null,
  created_at  timestamptz not null,
  undone_at   timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, lead_id) references tenant.lead (tenant_id, id) on delete cascade,
  foreign key (tenant_id, merged_id) references tenant.lead (tenant_id, id) on delete cascade
);
call platform.isolate('tenant.lead_merge');
create unique index on tenant.lead_merge (tenant_id, merged_id) where undone_at is null;
create index on tenant.lead_merge (tenant_id, lead_id);
