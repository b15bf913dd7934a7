-- Why: a sign-in proves a passphrase that the server never sees, and a session opens nothing by itself.

create table account (
  person uuid primary key,
  tenant text not null,
  record text not null,
  -- The person's key, sealed under OPAQUE's export key (keys.md row 3).
  sealed_key bytea not null check (length(sealed_key) <= 16384),
  foreign key (tenant, person) references staff (tenant, id)
);

create table invitation (
  hash bytea primary key check (length(hash) = 32),
  tenant text not null,
  person uuid not null,
  expires timestamptz not null,
  foreign key (tenant, person) references staff (tenant, id)
);

-- The session's half of the key that keeps the person's key from page to page (keys.md row 5).
create table session (
  hash bytea primary key check (length(hash) = 32),
  tenant text not null,
  person uuid not null,
  session_key bytea not null check (length(session_key) = 32),
  started timestamptz not null,
  expires timestamptz not null,
  foreign key (tenant, person) references staff (tenant, id)
);
create index session_by_person on session (tenant, person);

-- Wrong passphrases by name, the name hashed, so that guessing can be slowed.
create table failed_sign_in (
  hash bytea primary key check (length(hash) = 32),
  failures integer not null,
  last timestamptz not null
);
