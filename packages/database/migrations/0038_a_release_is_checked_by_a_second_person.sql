-- Why: the public figures come from releases that nobody hurries, changes or puts out alone: prepared by one coordinator,
-- checked by another, out at 9:30 on a day set ahead, and corrected only by a numbered revision (domain §8.5, 8.6).
create table release (
  number integer primary key check (number > 0),
  quarter text not null check (quarter ~ '^20[0-9]{2}-Q[1-4]$'),
  -- 0 is the first; a revision has a reason, in both languages.
  revision integer not null check (revision >= 0),
  reason_en text check (length(reason_en) between 1 and 1000),
  reason_cy text check (length(reason_cy) between 1 and 1000),
  -- What had happened by the one day, as recorded by the other.
  as_at date not null,
  known_at date not null check (known_at >= as_at),
  publication_day date not null,
  -- Names as they were then: this login doesn't read the staff.
  planned_by uuid not null,
  planned_name text not null,
  planned timestamptz not null,
  prepared_by uuid,
  prepared_name text,
  asked timestamptz,
  -- Preparing takes minutes: a process claims it, and another may where that one died.
  claimed timestamptz,
  failure text check (length(failure) between 1 and 1000),
  prepared timestamptz,
  -- The register's last number that the content was protected beside.
  beside integer,
  content jsonb check (jsonb_typeof(content) = 'object'),
  checked_by uuid,
  checked_name text,
  checked timestamptz,
  withdrawn_by uuid,
  withdrawn timestamptz,
  published timestamptz,
  check ((revision = 0) = (reason_en is null) and (reason_en is null) = (reason_cy is null)),
  check (num_nulls(prepared_by, prepared_name, asked) in (0, 3)),
  check (num_nulls(prepared, beside, content) in (0, 3)),
  check (num_nulls(checked_by, checked_name, checked) in (0, 3)),
  check (num_nulls(withdrawn_by, withdrawn) in (0, 2)),
  check (checked is null or prepared is not null),
  check (checked_by <> prepared_by),
  check (published is null or (checked is not null and withdrawn is null))
);
create unique index release_by_quarter on release (quarter, revision) where withdrawn is null;

alter table release enable row level security;
alter table release force row level security;
create policy release_all_by_owner on release to owner using (true) with check (true);
create policy release_read_by_national on release for select to national using (true);
grant select on release to national;

-- The last thing that can change is that a checked release is withdrawn or comes out; then nothing.
create function release_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.published is null and old.withdrawn is null and (old.checked is null
      or to_jsonb(new) - 'published' - 'withdrawn' - 'withdrawn_by' = to_jsonb(old) - 'published' - 'withdrawn' - 'withdrawn_by')
    then return new;
  end if;
  raise exception 'A release stays as it was checked.' using errcode = '42501';
end $$;
create trigger release_stays before update or delete on release
  for each row execute function release_stays();
create trigger release_stays_whole before truncate on release
  for each statement execute function release_stays();

-- The name of a coordinator; whoever is none is refused.
create function coordinator_name(the_person uuid) returns text
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  found_name text := (select s.shown_name from staff s
    where s.id = the_person and s.active and 'coordinator' = any (s.roles));
begin
  if found_name is null then
    raise exception 'A coordinator makes releases.' using errcode = '42501';
  end if;
  return found_name;
end $$;

-- 9:30 in London of a day, as a moment.
create function half_past_nine(the_day date) returns timestamptz language sql immutable
  return (the_day + time '09:30') at time zone 'Europe/London';

-- Plans a release; of a quarter that is out already, its next revision. Refused (CD008): `day-passed`, `not-over` (the quarter
-- isn't over on the day that the figures are as at), `planned` (one is on its way), `no-reason`, `no-revision` (a reason, and
-- nothing to revise), `other-day` (a revision is as at the same day) and `known-before`.
create function plan_release(the_quarter text, the_as_at date, the_known_at date, the_day date, the_reason_en text,
    the_reason_cy text, the_person uuid)
  returns integer language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
  the_name constant text := coordinator_name(the_person);
  over_on constant date := (make_date(left(the_quarter, 4)::integer, right(the_quarter, 1)::integer * 3, 1)
    + interval '1 month - 1 day')::date;
  before release;
  the_number integer;
begin
  lock table release in share row exclusive mode; -- readers go on reading
  if the_day <= today() then raise exception 'day-passed' using errcode = 'CD008'; end if;
  if the_as_at not between over_on and over_on + 30 then raise exception 'not-over' using errcode = 'CD008'; end if;
  if the_known_at < the_as_at then raise exception 'known-before' using errcode = 'CD008'; end if;
  if the_known_at >= the_day then raise exception 'known-late' using errcode = 'CD008'; end if;
  select * into before from release r
    where r.quarter = the_quarter and r.withdrawn is null order by r.revision desc limit 1;
  if before.number is not null and before.published is null then
    raise exception 'planned' using errcode = 'CD008';
  elsif before.number is null and the_reason_en is not null then
    raise exception 'no-revision' using errcode = 'CD008';
  elsif before.number is not null and (the_reason_en is null or the_reason_cy is null) then
    raise exception 'no-reason' using errcode = 'CD008';
  elsif before.as_at <> the_as_at then
    raise exception 'other-day' using errcode = 'CD008';
  elsif before.known_at >= the_known_at then
    raise exception 'known-before' using errcode = 'CD008';
  end if;
  select coalesce(max(r.number), 0) + 1 into the_number from release r;
  insert into release (number, quarter, revision, reason_en, reason_cy, as_at, known_at, publication_day, planned_by,
      planned_name, planned)
    values (the_number, the_quarter, coalesce(before.revision + 1, 0), the_reason_en, the_reason_cy, the_as_at,
      the_known_at, the_day, the_person, the_name, moment());
  return the_number;
end $$;

-- Asks for a release to be prepared, or prepared anew. Refused (CD008): `gone` (checked, withdrawn or none), `not-known`
-- (what was recorded that day isn't complete before the day is over), `at-it`.
create function ask_to_prepare(the_number integer, the_person uuid)
  returns void language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
  the_name constant text := coordinator_name(the_person);
  found release;
begin
  select * into found from release r
    where r.number = the_number and r.checked is null and r.withdrawn is null for update;
  if found.number is null then raise exception 'gone' using errcode = 'CD008'; end if;
  if found.known_at >= today() then raise exception 'not-known' using errcode = 'CD008'; end if;
  if found.asked is not null and found.prepared is null and found.failure is null then
    raise exception 'at-it' using errcode = 'CD008';
  end if;
  update release r set prepared_by = the_person, prepared_name = the_name, asked = moment(), claimed = null,
      failure = null, prepared = null, beside = null, content = null
    where r.number = the_number;
end $$;

-- Gives one release that waits to be prepared to the process that calls; one that another claimed long ago, too.
create function claim_preparation()
  returns table (number integer, claimed timestamptz)
  language sql security definer set search_path = public, pg_temp
  begin atomic
    update release r set claimed = moment()
      where r.number = (select w.number from release w
        where w.asked is not null and w.prepared is null and w.failure is null and w.withdrawn is null
          and (w.claimed is null or w.claimed < moment() - interval '15 minutes')
        order by w.asked limit 1 for update skip locked)
      returning r.number, r.claimed;
  end;

-- Ends a preparation with its content, or with why there is none; nothing where it was claimed by another since.
create function end_preparation(the_number integer, the_claim timestamptz, the_beside integer, the_content jsonb,
    the_failure text)
  returns boolean language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
begin
  update release r set prepared = case when the_content is not null then moment() end, beside = the_beside,
      content = the_content, failure = the_failure
    where r.number = the_number and r.claimed = the_claim and r.prepared is null and r.failure is null
      and r.withdrawn is null;
  return found;
end $$;

-- A second person checked it: its content enters the register and stays. Refused (CD001) where something else went out since
-- it was prepared, and (CD008): `gone`, `not-prepared`, `same-person`, and `other-content` where what was looked at has been
-- prepared anew since.
create function check_release(the_number integer, the_prepared text, the_person uuid)
  returns integer language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
  the_name constant text := coordinator_name(the_person);
  found release;
  entered integer;
begin
  select * into found from release r
    where r.number = the_number and r.checked is null and r.withdrawn is null for update;
  if found.number is null then raise exception 'gone' using errcode = 'CD008'; end if;
  if found.prepared is null then raise exception 'not-prepared' using errcode = 'CD008'; end if;
  if found.prepared::text <> the_prepared then raise exception 'other-content' using errcode = 'CD008'; end if;
  if found.prepared_by = the_person then raise exception 'same-person' using errcode = 'CD008'; end if;
  entered := enter_in_register(found.beside, format('Release %s (%s)', found.number, found.quarter),
    found.content -> 'tables');
  update release r set checked_by = the_person, checked_name = the_name, checked = moment() where r.number = the_number;
  return entered;
end $$;

-- Takes back what isn't out yet. Refused (CD008) `gone`. What was in the register by then stays there: it hides a little more.
create function withdraw_release(the_number integer, the_person uuid)
  returns void language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
begin
  perform coordinator_name(the_person);
  update release r set withdrawn_by = the_person, withdrawn = moment()
    where r.number = the_number and r.published is null and r.withdrawn is null;
  if not found then raise exception 'gone' using errcode = 'CD008'; end if;
end $$;

-- Puts out what is due: checked, and 9:30 of its day has come. By nobody's hand, so for nobody sooner. Answers how many.
create function publish_due_releases()
  returns integer language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
  out_now integer;
begin
  update release r set published = moment()
    where r.checked is not null and r.published is null and r.withdrawn is null
      and moment() >= half_past_nine(r.publication_day);
  get diagnostics out_now = row_count;
  return out_now;
end $$;

grant execute on function plan_release(text, date, date, date, text, text, uuid), ask_to_prepare(integer, uuid),
  claim_preparation(), end_preparation(integer, timestamptz, integer, jsonb, text), check_release(integer, text, uuid),
  withdraw_release(integer, uuid), publish_due_releases() to national;
