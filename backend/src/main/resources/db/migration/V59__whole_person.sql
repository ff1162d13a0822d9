-- All numbers of whoever has this one, itself among them: leads that were merged are one person under several numbers.
create function tenant.numbers_of(of_tenant uuid, one_number text) returns setof text
  language sql stable as $$
    select one_number
    union
    select other.phone
      from tenant.lead one
      join tenant.lead other
        on other.tenant_id = one.tenant_id
        and coalesce(other.merged_into, other.id) = coalesce(one.merged_into, one.id)
      where one.tenant_id = of_tenant and one.phone = one_number
  $$;
