-- tenant.numbers_of() asks for all leads of one person while a caller waits.
create index lead_whole_person on tenant.lead (tenant_id, (coalesce(merged_into, id)));
