-- Who changed what, when, from where: written in the transaction of the change. The service adds lines and reads them;
-- it cannot alter one.
create table tenant.audit_event (
  tenant_id        uuid not null references platform.tenant,
  id               uuid not null,
  actor_kind       text not null check (actor_kind in ('user', 'api_client', 'operator', 'system')),
  actor_id         uuid,
  actor_name       text,
  actor_address    text,
  actor_user_agent text,
  action           text not null,
  resource         text not null,
  resource_id      uuid,
  changes          jsonb not null,
  created_at       timestamptz not null,
  primary key (tenant_id, id)
);
call platform.isolate('tenant.audit_event');
revoke update, delete on tenant.audit_event from frontdesk_app;
create index on tenant.audit_event (tenant_id, resource, resource_id, id);
create index on tenant.audit_event (tenant_id, actor_id, id);

-- What the service adds and never alters, and what it never takes away: it may do no more than it does.
revoke update, delete on tenant.event, tenant.turn, tenant.tool_receipt, tenant.call_usage, tenant.receptionist_version
  from frontdesk_app;
revoke delete on tenant.business, tenant.setup_step, tenant.receptionist, tenant.service, tenant.staff, tenant.call,
  tenant.message, tenant.appointment from frontdesk_app;
revoke update on platform.phone_number_owner from frontdesk_app;
revoke delete on platform."user" from frontdesk_app;
revoke update, delete on platform.signing_key from frontdesk_app;
