-- Whether the phones of the business's people ring before its receptionist answers: when, and for how long.
alter table tenant.business add column staff_first jsonb not null default '{"when": "never", "ring_s": 20}';

-- Callers who are put straight through to those people at any hour.
alter table tenant.known_caller drop constraint known_caller_treatment_check;
alter table tenant.known_caller add check (treatment in ('blocked', 'straight_through'));

-- Phones that ring because the business wants it so, before anybody has said a word.
alter table tenant.transfer drop constraint transfer_asked_by_check;
alter table tenant.transfer add check (asked_by in ('receptionist', 'staff', 'rule'));
