-- A job that is asked for while it runs may have read already what was changed since: it runs again.
alter table platform.scheduled_tasks add column asked_again timestamptz;
comment on column platform.scheduled_tasks.asked_again is
  'When the job is to be done once more; asked for while it was being done.';
