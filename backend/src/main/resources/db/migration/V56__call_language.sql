-- The language that a caller has changed to, as one of its receptionist's tags; null while it is the usual one. It
-- outlives streams and engines: whoever goes on with the call speaks it.
alter table tenant.call add column language text;
