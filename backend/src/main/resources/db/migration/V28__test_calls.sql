-- A call that somebody of the business made from the browser to try the receptionist: no customer's, and counted nowhere.
alter table tenant.call add column test boolean not null default false;
-- Nobody has dialled it; a business may try before it has a number.
alter table tenant.call alter column to_number drop not null;
alter table tenant.call add check (to_number is not null or test);

-- Whose stream it opens: a browser's, which is known by its origin, or Twilio's, which signs.
alter table platform.media_token add column browser boolean not null default false;
