-- Why the stream that carried it ended before it did; null if nobody has told.
alter table tenant.call add column fault text;
