-- How a call goes on whose stream ended before it did.
alter table tenant.call
  -- How often it did so in a row, and when last: whoever comes back again and again helps nobody.
  add column resumed int not null default 0,
  add column resumed_at timestamptz,
  -- What is said first when it goes on, and what the model must know of meanwhile.
  add column resumption_sentence text,
  add column resumption_note text,
  -- The carrier was told to leave the stream: its end is not the call's.
  add column redirected_at timestamptz;
