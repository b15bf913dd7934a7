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
  -- One that nobody can seal to would turn every report for this desk away.
  recipient text not null check (length(recipient) = 1959 and recipient ~ '^age1pq1[a-z0-9]+$'),
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

create index report_by_closing on report (tenant, day, id) where stage = 'closed';

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
  wrapped bytea not null check (length(wrapped) between 1000 and 8192),
  primary key (tenant, report, holder),
  foreign key (tenant, report) references report (tenant, id) on update cascade
);
alter table wrap alter column wrapped set storage external;

-- Codes and small numbers, nothing else: words would be in the clear, and a made-up number in the figures. The same
-- lists as packages/domain `event.ts`; a test holds the two to each other.
create function is_code_list(list jsonb, codes text[], most integer) returns boolean language sql immutable
  return coalesce(jsonb_typeof(list) = 'array' and jsonb_array_length(list) <= most
    and list <@ to_jsonb(codes), false);

create function is_whole(number jsonb, lowest integer, highest integer) returns boolean language sql immutable
  return coalesce(jsonb_typeof(number) = 'number' and number::numeric = trunc(number::numeric)
    and number::numeric between lowest and highest, false);

create function detail_fits(kind text, detail jsonb) returns boolean language plpgsql immutable as $$
declare
  threats constant text[] := array['disclosure', 'systems', 'apsp', 'sexual-misconduct', 'ppda', 'discrimination',
    'association', 'justice', 'authority', 'theft-fraud', 'credit', 'commodity', 'drugs', 'infiltration', 'interests',
    'vulnerability'];
  grounds constant text[] := array['dsi', 'assault', 'sexual-offence', 'corruption', 'apsp', 'discrimination',
    'relevant-offence', 'same-incident', 'chief'];
  grading jsonb := detail -> 'grading';
  names text[] := array(select jsonb_object_keys(detail) order by 1);
begin
  return coalesce(case
    when kind in ('contacted', 'taken', 'danger-flagged', 'acknowledged', 'messaged', 'investigating', 'reviewed',
        'closed', 'reopened') then names = '{}'
    when kind = 'reported' then names = '{categories}' and is_code_list(detail -> 'categories',
      array['favours', 'advantage', 'sexual', 'partner', 'discrimination', 'other', 'unsure'], 7)
    when kind = 'routed' then names = '{reason}' and detail ->> 'reason' in ('found', 'chosen', 'unknown',
      'reporter-chose-desk', 'standards-unit', 'chief-officer', 'desk-not-open')
    when kind = 'opened' then names = '{reason}'
      and detail ->> 'reason' in ('own', 'assign', 'cover', 'review', 'other')
    when kind = 'assigned' then names = '{to}'
      and detail ->> 'to' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    when kind = 'danger-acted' then names = '{did}'
      and detail ->> 'did' in ('rang-999', 'told-duty-officer', 'safeguarding', 'no-danger')
    when kind = 'assessed' then names = '{grounds,others,persons,severity,threat}'
      and detail ->> 'threat' = any (threats) and is_code_list(detail -> 'others', threats, 15)
      and detail ->> 'severity' in ('none', 'practice', 'misconduct', 'gross', 'criminal')
      and is_whole(detail -> 'persons', 0, 99) and is_code_list(detail -> 'grounds', grounds, 9)
    when kind = 'intelligence-drafted' then names = '{grading}'
      and grading - array['source', 'information', 'handling', 'action', 'sanitising'] = '{}'
      and grading ->> 'source' in ('1', '2', '3') and grading ->> 'information' in ('A', 'B', 'C', 'D', 'E')
      and case grading ->> 'handling'
        when 'P' then not grading ?| array['action', 'sanitising']
        when 'C' then grading ->> 'action' in ('A1', 'A2', 'A3') and grading ->> 'sanitising' in ('S1', 'S2')
      end
    when kind = 'intelligence-made' then names = '{draft,others,threat}'
      and is_whole(detail -> 'draft', 1, 9999)
      and detail ->> 'threat' = any (threats) and is_code_list(detail -> 'others', threats, 15)
    when kind = 'intelligence-returned' then names = '{draft}' and is_whole(detail -> 'draft', 1, 9999)
    when kind = 'iopc-decided' then names = '{grounds,refer}' and jsonb_typeof(detail -> 'refer') = 'boolean'
      and is_code_list(detail -> 'grounds', grounds, 9)
    when kind = 'iopc-answered' then names = '{mode}'
      and detail ->> 'mode' in ('independent', 'directed', 'local', 'returned')
    when kind = 'outcome' then names = '{outcome,person}' and is_whole(detail -> 'person', 1, 9999)
      and detail ->> 'outcome' in ('proven-no-action', 'written-warning', 'final-warning', 'rank', 'dismissed',
        'would-dismiss', 'staff-sanction', 'convicted', 'caution', 'no-case', 'meeting-not-proven',
        'hearing-not-proven', 'reflective', 'acquitted', 'nfa-insufficient', 'nfa-unidentified', 'nfa-not-police',
        'intelligence-kept', 'referred-out', 'safeguarded', 'charged', 'discontinued', 'left', 'vetting-withdrawn')
    when kind in ('transferred', 'referred') then names = '{to}' and detail ->> 'to' ~ '^[a-z]+(-[a-z]+)*$'
    when kind = 'arrived' then names in ('{from}', '{from,number}') and detail ->> 'from' ~ '^[a-z]+(-[a-z]+)*$'
      and (not detail ? 'number' or is_whole(detail -> 'number', 1, 9999))
    when kind = 'corrected' then names = '{corrects}' and is_whole(detail -> 'corrects', 1, 9999)
  end, false);
end $$;

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
  detail jsonb not null default '{}' check (length(detail::text) <= 2000 and detail_fits(kind, detail)),
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
create index event_by_transfer on event (tenant, at, report) where kind = 'transferred';

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
  recipient text check (length(recipient) = 1959 and recipient ~ '^age1pq1[a-z0-9]+$'),
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

-- The planner's estimates would tell every login how many rows each tenant has.
alter table report alter tenant set statistics 0;
alter table sealed_body alter tenant set statistics 0;
alter table wrap alter tenant set statistics 0;
alter table event alter tenant set statistics 0;
alter table staff alter tenant set statistics 0;
alter table inbox_grant alter tenant set statistics 0;
