-- Why: a desk that stops must be noticed within the hour, by somebody who sees to it: who that is, whom they rang, what
-- was said and done. Nothing of it is ever taken back, and nothing in it is of a report.

-- What the alarms go by, in full each time that a coordinator changes it; before the first, the defaults of
-- apps/national `limits.ts`. Working days, working days, hours, working days.
create table alarm_limit (
  number integer primary key check (number > 0),
  unopened smallint not null check (unopened between 1 and 20),
  overdue smallint not null check (overdue between 1 and 20),
  danger smallint not null check (danger between 1 and 24),
  sign_in smallint not null check (sign_in between 1 and 10),
  person uuid not null,
  name text not null,
  at timestamptz not null
);

create table alarm (
  tenant text not null references tenant,
  number integer not null check (number > 0),
  what text not null check (what in ('unopened', 'overdue', 'danger', 'no-sign-in', 'figures-stopped')),
  raised timestamptz not null,
  -- By itself, when its cause was gone.
  ended timestamptz,
  -- Taken up to be mailed; mailed, and to how many of the desk's leads and of the coordinators it was handed over.
  mailing timestamptz,
  mailed timestamptz,
  mailed_leads smallint,
  mailed_coordinators smallint,
  check ((mailed is null) = (mailed_leads is null) and (mailed is null) = (mailed_coordinators is null)),
  primary key (tenant, number)
);
-- Of one cause a desk has one alarm, however many processes look.
create unique index alarm_that_stands on alarm (tenant, what) where ended is null;

-- What people did about an alarm. Names as they were then: whoever left since is still who it was.
create table alarm_entry (
  tenant text not null,
  alarm integer not null,
  number integer not null check (number > 0),
  at timestamptz not null,
  person uuid not null,
  name text not null,
  kind text not null check (kind in ('taken', 'handed-over', 'rang', 'done')),
  -- Of one handed over: to whom.
  to_person uuid,
  to_name text,
  -- Of a call: whom at the force, when, what they were told, which the desk's leads may read, and what they said.
  whom text check (length(whom) between 1 and 120),
  rang timestamptz,
  told text check (length(told) between 1 and 2000),
  said text check (length(said) between 1 and 2000),
  -- What was done.
  done text check (length(done) between 1 and 2000),
  check ((kind = 'handed-over') = (to_person is not null) and (kind = 'handed-over') = (to_name is not null)),
  check ((kind = 'rang') = (whom is not null) and (kind = 'rang') = (rang is not null)),
  check ((kind = 'rang') = (told is not null) and (kind = 'rang' or said is null)),
  check ((kind = 'done') = (done is not null)),
  primary key (tenant, alarm, number),
  foreign key (tenant, alarm) references alarm (tenant, number)
);

-- When the alarms were last looked at: who watches is watched as well.
create table alarm_check (
  one boolean primary key check (one),
  at timestamptz not null
);

-- Each time that the figures were counted again, and in how many places they differed.
create table recounted (
  at timestamptz primary key,
  differences integer not null check (differences >= 0)
);

do $$
declare
  name text;
begin
  foreach name in array array['alarm_limit', 'alarm', 'alarm_entry', 'alarm_check', 'recounted'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to owner using (true) with check (true)', name || '_all_by_owner', name);
    execute format('create policy %I on %I for select to national using (true)', name || '_read_by_national', name);
  end loop;
end $$;
alter table alarm alter tenant set statistics 0;
alter table alarm_entry alter tenant set statistics 0;
grant select on alarm_limit, alarm, alarm_entry, alarm_check, recounted to national;

-- A desk reads that there is an alarm about it, and what somebody there was told.
create policy alarm_read_by_its_tenant on alarm for select to tenant using (tenant = (select current_tenant()));
create policy alarm_entry_read_by_its_tenant on alarm_entry for select to tenant
  using (tenant = (select current_tenant()) and kind = 'rang');
grant select on alarm to tenant;
grant select (tenant, alarm, number, at, name, kind, whom, rang, told) on alarm_entry to tenant;

create function alarms_stay() returns trigger language plpgsql as $$
begin
  raise exception 'What was done about an alarm stays.' using errcode = '42501';
end $$;

-- It ends once, and is mailed once.
create function alarm_goes_on() returns trigger language plpgsql as $$
begin
  if row(new.tenant, new.number, new.what, new.raised) <> row(old.tenant, old.number, old.what, old.raised)
    or old.ended <> new.ended or old.ended is not null and new.ended is null
    or old.mailed is not null and row(new.mailed, new.mailed_leads, new.mailed_coordinators)
      is distinct from row(old.mailed, old.mailed_leads, old.mailed_coordinators) then
    raise exception 'What was done about an alarm stays.' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger alarm_limit_stays before update or delete on alarm_limit for each row execute function alarms_stay();
create trigger alarm_limit_stays_whole before truncate on alarm_limit for each statement execute function alarms_stay();
create trigger alarm_goes_on before update on alarm for each row execute function alarm_goes_on();
create trigger alarm_stays before delete on alarm for each row execute function alarms_stay();
create trigger alarm_stays_whole before truncate on alarm for each statement execute function alarms_stay();
create trigger alarm_entry_stays before update or delete on alarm_entry for each row execute function alarms_stay();
create trigger alarm_entry_stays_whole before truncate on alarm_entry for each statement execute function alarms_stay();

-- The active coordinator of this id: their name. Refused for anybody else.
create function coordinator_named(the_person uuid) returns text
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  found_name text := (select s.shown_name from staff s where s.tenant = 'national-desk' and s.id = the_person and s.active
    and 'coordinator' = any (s.roles));
begin
  if found_name is null then raise exception 'wrong-role' using errcode = 'CD002'; end if;
  return found_name;
end $$;
revoke all on function coordinator_named(uuid) from public;

create function coordinators() returns table (person uuid, name text, mail text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.shown_name, s.mail from staff s
    where s.tenant = 'national-desk' and s.active and 'coordinator' = any (s.roles) order by s.shown_name, s.id
$$;

-- Where a coordinator's alarms go; null where they want none.
create function set_coordinator_mail(the_person uuid, the_mail text) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform coordinator_named(the_person);
  update staff s set mail = the_mail where s.tenant = 'national-desk' and s.id = the_person;
end $$;

create function set_alarm_limits(the_person uuid, the_unopened integer, the_overdue integer, the_danger integer, the_sign_in integer)
  returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  the_name text := coordinator_named(the_person);
begin
  lock table alarm_limit in share row exclusive mode;
  insert into alarm_limit (number, unopened, overdue, danger, sign_in, person, name, at)
    select coalesce(max(l.number), 0) + 1, the_unopened, the_overdue, the_danger, the_sign_in, the_person, the_name, moment()
      from alarm_limit l;
end $$;

-- Raises an alarm for each cause that has none, and ends each whose cause is gone. `the_causes` lists desks beside what
-- stops them. Gives how many were raised; another process that looks at the same moment raises none of them again.
create function keep_alarms(the_tenants text[], the_whats text[]) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  raised_now integer;
begin
  insert into alarm_check (one, at) values (true, moment()) on conflict (one) do update set at = excluded.at;
  -- That row is locked from here on, so that two who look count one after the other.
  update alarm a set ended = moment()
    where a.ended is null and not exists (select from unnest(the_tenants, the_whats) c (tenant, what)
      where c.tenant = a.tenant and c.what = a.what);
  insert into alarm (tenant, number, what, raised)
    select c.tenant, (coalesce((select max(a.number) from alarm a where a.tenant = c.tenant), 0)
        + row_number() over (partition by c.tenant order by c.what))::integer, c.what, moment()
      from (select distinct u.tenant, u.what from unnest(the_tenants, the_whats) u (tenant, what)) c
      where not exists (select from alarm a where a.tenant = c.tenant and a.what = c.what and a.ended is null);
  get diagnostics raised_now = row_count;
  return raised_now;
end $$;

-- Takes up every alarm that stands and nobody has mailed, for ten minutes: one process mails it, and another may where that
-- one died. With the addresses of the desk's leads and of the coordinators.
create function begin_alarm_mails()
  returns table (tenant text, number integer, leads text[], coordinators text[])
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return query
    with taken as (
      update alarm a set mailing = moment()
        where a.ended is null and a.mailed is null and (a.mailing is null or a.mailing < moment() - interval '10 minutes')
        returning a.tenant, a.number
    )
    select t.tenant, t.number,
        array(select s.mail from staff s where s.tenant = t.tenant and s.active and 'lead' = any (s.roles)
          and s.mail is not null order by s.mail),
        array(select c.mail from coordinators() c where c.mail is not null order by c.mail)
      from taken t order by t.tenant, t.number;
end $$;

-- It was handed over to so many; to none, and whoever looks next tries again.
create function end_alarm_mail(the_tenant text, the_number integer, the_leads integer, the_coordinators integer) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update alarm a set mailing = null,
      mailed = case when the_leads + the_coordinators > 0 then moment() end,
      mailed_leads = case when the_leads + the_coordinators > 0 then the_leads end,
      mailed_coordinators = case when the_leads + the_coordinators > 0 then the_coordinators end
    where a.tenant = the_tenant and a.number = the_number and a.mailed is null
$$;

-- What a coordinator did about an alarm. Whose it is changes only for somebody who has seen all the entries there are: refused
-- (CD001) where another was first.
create function add_alarm_entry(the_person uuid, the_tenant text, the_alarm integer, seen integer, the_kind text, the_colleague uuid,
    the_whom text, rang_at timestamptz, the_told text, the_said text, the_done text)
  returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  the_name text := coordinator_named(the_person);
  the_owner uuid;
  entries integer;
begin
  perform from alarm a where a.tenant = the_tenant and a.number = the_alarm for update;
  if not found then raise exception 'not-held' using errcode = 'CD002'; end if;
  select coalesce(e.to_person, e.person) into the_owner from alarm_entry e
    where e.tenant = the_tenant and e.alarm = the_alarm and e.kind in ('taken', 'handed-over')
    order by e.number desc limit 1;
  select count(*) into entries from alarm_entry e where e.tenant = the_tenant and e.alarm = the_alarm;
  if the_kind in ('taken', 'handed-over') then
    -- By a second press it stays whose it is.
    if the_owner = (case the_kind when 'taken' then the_person else the_colleague end) then return; end if;
    if seen <> entries then raise exception 'Somebody was first.' using errcode = 'CD001'; end if;
    if the_kind = 'handed-over' and the_owner is distinct from the_person then
      raise exception 'wrong-role' using errcode = 'CD002';
    end if;
  end if;
  if rang_at > moment() then raise exception 'Nobody rings later than now.' using errcode = '22023'; end if;
  insert into alarm_entry (tenant, alarm, number, at, person, name, kind, to_person, to_name, whom, rang, told, said, done)
    values (the_tenant, the_alarm, entries + 1, moment(), the_person, the_name, the_kind, the_colleague,
      case when the_colleague is not null then coordinator_named(the_colleague) end, the_whom, rang_at, the_told, the_said,
      the_done);
end $$;

-- What the database itself knows of how the service runs: its newest migration, and how many desks the last morning's mails
-- were looked at for.
create function service_state()
  returns table (migration text, migrated date, mails_day date, mails_desks integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.name, m.at, d.day, d.desks
    from (select n.name, n.at from migration n order by n.name desc limit 1) m
      left join (select w.day, count(*)::integer as desks from morning_mail w group by w.day order by w.day desc limit 1) d on true
$$;

revoke all on function coordinators(), set_coordinator_mail(uuid, text),
  set_alarm_limits(uuid, integer, integer, integer, integer), keep_alarms(text[], text[]), begin_alarm_mails(),
  end_alarm_mail(text, integer, integer, integer),
  add_alarm_entry(uuid, text, integer, integer, text, uuid, text, timestamptz, text, text, text), service_state() from public;
grant execute on function coordinators(), set_coordinator_mail(uuid, text),
  set_alarm_limits(uuid, integer, integer, integer, integer), keep_alarms(text[], text[]), begin_alarm_mails(),
  end_alarm_mail(text, integer, integer, integer),
  add_alarm_entry(uuid, text, integer, integer, text, uuid, text, timestamptz, text, text, text), service_state() to national;
