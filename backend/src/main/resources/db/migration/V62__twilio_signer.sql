-- Every webhook asks whose token signs the requests of the account that it names: one question, before it is known whose
-- it is. This function alone looks across tenants for it; the tokens are encrypted, each for its tenant.
create function platform.twilio_signers(account text)
  returns table (tenant_id uuid, account_sid text, parent_sid text, secret text, own boolean)
  stable security definer set search_path = pg_catalog language sql
  begin atomic
    select c.tenant_id, c.account, null, c.secret, true
      from platform.twilio_account a
      join tenant.credential c on c.tenant_id = a.tenant_id and c.provider = 'twilio'
      where a.account_sid = twilio_signers.account and c.account = a.account_sid
    union all
    select s.tenant_id, s.account_sid, s.parent_sid, s.secret, false
      from platform.twilio_account a
      join tenant.twilio_subaccount s on s.tenant_id = a.tenant_id
      where a.account_sid = twilio_signers.account and s.account_sid = a.account_sid
    order by 1, 5 desc;
  end;
