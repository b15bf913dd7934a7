-- Why: a report belongs to one tenant, its events are appended and never changed, and only its tenant sees either.

create table tenant (
  id text primary key check (id ~ '^[a-z]+(-[a-z]+)*$'),
  opened date not null
);

create table line (
  id text primary key,
  tenant text references tenant,
  opened date not null
);

-- The public half of a tenant's inbox key, by generation (keys.md row 6).
create table inbox_key (
  tenant text not null references tenant,
  generation integer not null check (generation > 0),
  recipient text not null check (length(recipient) < 4000),
  primary key (tenant, generation)
);

create table report (
  tenant text not null references tenant,
  id uuid not null,
  -- The tenant it was first sealed for: each sealed part names it, and stays as it was through a transfer.
  sealed_for text not null references tenant,
  -- The tenant that routing decided for; another than the first holder only where that desk wasn't open.
  routed_to text not null references tenant,
  line text not null references line,
  channel text not null check (channel in ('online', 'phone')),
  language text not null check (language in ('en', 'cy')),
  categories text[] not null check (
    categories <@ array['favours', 'advantage', 'sexual', 'partner', 'discrimination', 'other', 'unsure']),
  danger text not null check (danger in ('now', 'soon', 'no', 'unknown')),
  -- The hour, kept only while somebody said to be in danger waits for a person to act.
  danger_hour timestamptz,
  may_reply text not null check (may_reply in ('yes', 'careful', 'no')),
  day date not null,
  stage text not null default 'received'
    check (stage in ('received', 'assessing', 'intelligence', 'investigating', 'closed')),
  urgency smallint not null check (urgency between 0 and 2),
  due date not null,
  holder uuid,
  opened boolean not null default false,
  last_number integer not null default 0,
  primary key (tenant, id)
);
create index report_by_queue on report (tenant, urgency, due, id) where stage <> 'closed';
create index report_by_holder on report (tenant, holder, urgency, due, id) where stage <> 'closed';

create table sealed_body (
  tenant text not null,
  report uuid not null,
  body bytea not null check (length(body) between 1 and 1048576),
  primary key (tenant, report),
  foreign key (tenant, report) references report (tenant, id) on update cascade
);
alter table sealed_body alter column body set storage external; -- what is sealed doesn't compress

-- The report's key for one holder: the inbox key of a generation, or a person (keys.md row 11).
create table wrap (
  tenant text not null,
  report uuid not null,
  holder text not null,
  generation integer not null,
  wrapped bytea not null check (length(wrapped) between 1 and 8192),
  primary key (tenant, report, holder),
  foreign key (tenant, report) references report (tenant, id) on update cascade
);
alter table wrap alter column wrapped set storage external;

-- No key to report: when a report moves on, what happened at the old desk stays there as its stub.
create table event (
  tenant text not null references tenant,
  report uuid not null,
  number integer not null,
  kind text not null,
  happened date not null,
  recorded date not null,
  -- Full time for what staff do (DPA 2018 s.62); none for what a reporter does.
  at timestamptz,
  person uuid,
  detail jsonb not null default '{}' check (length(detail::text) <= 2000),
  words bytea check (length(words) <= 1048576),
  signature bytea check (length(signature) = 64),
  line text not null,
  channel text not null,
  routed_to text not null,
  -- Of an opening only: a body is handed out after that transaction has been committed, never in it.
  opened_in xid8,
  primary key (tenant, report, number)
);
alter table event alter column words set storage external;

-- Which receipt and which digest a report came with. Never a tenant's to read.
create table mailbox (
  report uuid primary key,
  hash bytea unique check (length(hash) = 32),
  digest bytea not null check (length(digest) = 32),
  holder text not null references tenant
);

create table staff (
  tenant text not null references tenant,
  id uuid not null default gen_random_uuid(),
  name text not null unique check (name ~ '^[a-z0-9]+([.-][a-z0-9]+)*$' and length(name) <= 60),
  shown_name text not null check (length(shown_name) between 1 and 80),
  roles text[] not null check (roles <@ array['officer', 'lead', 'coordinator'] and cardinality(roles) > 0),
  active boolean not null default true,
  -- The public halves of the person's key; none before the first sign-in.
  recipient text check (length(recipient) < 4000),
  signing_key bytea check (length(signing_key) = 32),
  primary key (tenant, id)
);

-- The inbox key sealed to one person (keys.md row 6).
create table inbox_grant (
  tenant text not null,
  generation integer not null,
  person uuid not null,
  granted_by uuid not null,
  sealed bytea not null check (length(sealed) <= 16384),
  primary key (tenant, generation, person),
  foreign key (tenant, generation) references inbox_key (tenant, generation),
  foreign key (tenant, person) references staff (tenant, id)
);
