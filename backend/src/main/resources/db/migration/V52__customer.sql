-- The people on the business's books.
create table tenant.customer (
  tenant_id  uuid not null references platform.tenant,
  id         uuid not null,
  -- The customer number: the business's own, or one that was given here.
  number     text not null,
  name       text not null,
  phone      text,
  email      text,
  address    text,
  note       text,
  version    bigint not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
);
call platform.isolate('tenant.customer');
create unique index on tenant.customer (tenant_id, lower(number));
create index on tenant.customer (tenant_id, phone);

-- What somebody asked to have done.
create table tenant.service_request (
  tenant_id   uuid not null references platform.tenant,
  id          uuid not null,
  customer_id uuid,
  call_id     uuid,
  type        text not null,
  description text not null,
  location    text,
  urgency     text not null check (urgency in ('low', 'normal', 'high', 'emergency')),
  name        text,
  phone       text,
  status      text not null check (status in ('open', 'in_progress', 'done', 'cancelled')),
  version     bigint not null default 0,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references tenant.customer (tenant_id, id) on delete set null (customer_id),
  foreign key (tenant_id, call_id) references tenant.call (tenant_id, id) on delete set null (call_id)
);
call platform.isolate('tenant.service_request');
create index on tenant.service_request (tenant_id, status, id);
