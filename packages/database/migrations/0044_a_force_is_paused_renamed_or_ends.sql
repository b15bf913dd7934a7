-- Why: forces are paused and renamed by the national body, and merge into others by law. Who changed what, when and why is
-- kept, and whoever seals, hands on or shows a name keeps to it.

-- A force's last day, and what it went into: from the directory, by the operator's commands alone. Its people go on at
-- their desk until nothing is left there; nothing new goes to it.
alter table tenant
  add column last_day date,
  add column went_into text references tenant check (went_into <> id),
  add constraint tenant_goes_on_its_last_day check (went_into is null or last_day is not null);

create function has_ended(of_tenant text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return coalesce((select t.last_day < today() from tenant t where t.id = of_tenant), false);

select change_function('transfer_report', $$  if named = '{}' then$$, $$  if has_ended(the_target) then
    raise exception 'That desk has ended: hand it to the one it went into.' using errcode = '22023';
  end if;
  if named = '{}' then$$);
select change_function('refer_report', $$  if given.tenant = session_user or$$,
  $$  if given.tenant = session_user or has_ended(given.tenant) or$$);

-- What the national body changed about a force: appended, never changed.
create table force_change (
  tenant text not null references tenant,
  number integer not null check (number > 0),
  what text not null check (what in ('paused', 'resumed', 'renamed')),
  person uuid not null,
  at timestamptz not null,
  why text not null check (length(btrim(why)) between 1 and 500),
  -- Of a new name: its first day, and how it is shown in both languages.
  from_day date,
  name_en text check (length(name_en) between 3 and 100),
  name_cy text check (length(name_cy) between 3 and 100),
  check ((what = 'renamed') = (from_day is not null and name_en is not null and name_cy is not null)),
  primary key (tenant, number)
);
alter table force_change enable row level security;
alter table force_change force row level security;
create policy force_change_all_by_owner on force_change to owner using (true) with check (true);

create function force_change_stays() returns trigger language plpgsql as $$
begin
  raise exception 'What was changed about a force stays on record.' using errcode = '42501';
end $$;
create trigger force_change_stays before update or delete on force_change
  for each row execute function force_change_stays();
create trigger force_change_stays_whole before truncate on force_change
  for each statement execute function force_change_stays();

-- Since when the force is paused; null where it isn't.
create function paused_since(of_tenant text) returns timestamptz
  language sql stable security definer set search_path = public, pg_temp
  return (select case last.what when 'paused' then last.at end from (
    select c.what, c.at from force_change c where c.tenant = of_tenant and c.what in ('paused', 'resumed')
      order by c.number desc limit 1) last);

-- As before, and: the new reports of a paused force go where those of a desk that sleeps do.
create or replace function is_diverted(of_tenant text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return paused_since(of_tenant) is not null or coalesce((select d.diverted_until > moment()
      or case when d.divert_from < d.divert_to
        then clock.now >= d.divert_from and clock.now < d.divert_to
        else clock.now >= d.divert_from or clock.now < d.divert_to end
    from desk_setting d, (select (moment() at time zone 'Europe/London')::time as now) clock
    where d.tenant = of_tenant), false);

-- As before, and: nothing is sealed any more to a desk that has ended.
create or replace function recipients() returns table (tenant text, generation integer, recipient text, diverted boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct on (k.tenant) k.tenant, k.generation, k.recipient, is_diverted(k.tenant)
    from inbox_key k where not has_ended(k.tenant) order by k.tenant, k.generation desc
$$;

create function change_force(the_person uuid, the_tenant text, the_what text, the_why text, the_from date,
    the_name_en text, the_name_cy text)
  returns void language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
begin
  if not exists (select from staff s where s.tenant = 'national-desk' and s.id = the_person and s.active
      and 'coordinator' = any (s.roles)) then
    raise exception 'wrong-role' using errcode = 'CD002';
  end if;
  perform from tenant t where t.id = the_tenant and t.id <> 'national-desk' for no key update;
  if not found then raise exception 'no-such-force' using errcode = 'CD002'; end if;
  if has_ended(the_tenant) then raise exception 'ended' using errcode = 'CD002'; end if;
  if the_what = 'paused' and paused_since(the_tenant) is not null then
    raise exception 'already-paused' using errcode = 'CD002';
  end if;
  if the_what = 'resumed' and paused_since(the_tenant) is null then
    raise exception 'not-paused' using errcode = 'CD002';
  end if;
  -- What a day that has been was called stays what it was called.
  if the_what = 'renamed' and the_from < today() then raise exception 'past' using errcode = 'CD002'; end if;
  insert into force_change (tenant, number, what, person, at, why, from_day, name_en, name_cy)
    select the_tenant, 1 + coalesce(max(c.number), 0), the_what, the_person, moment(), btrim(the_why), the_from,
        btrim(the_name_en), btrim(the_name_cy)
      from force_change c where c.tenant = the_tenant;
end $$;

-- All changes, newest first, with who made them.
create function force_changes()
  returns table (tenant text, number integer, what text, why text, at timestamptz, shown_name text, from_day date,
    name_en text, name_cy text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.tenant, c.number, c.what, c.why, c.at, coalesce(s.shown_name, ''), c.from_day, c.name_en, c.name_cy
    from force_change c left join staff s on s.tenant = 'national-desk' and s.id = c.person
    order by c.at desc, c.tenant, c.number desc
$$;

-- The names that forces were given, each from its day on; of two from one day the later one counts.
create function force_names() returns table (tenant text, from_day date, name_en text, name_cy text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.tenant, c.from_day, c.name_en, c.name_cy from force_change c where c.what = 'renamed'
    order by c.tenant, c.from_day, c.number
$$;

-- How each force's desk stands: numbers of people, and nobody's name.
create function forces_standing()
  returns table (tenant text, opened date, last_day date, went_into text, leads integer, officers integer,
    others integer, lead_signed_in boolean, generation integer, paused_since timestamptz, diverted boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select t.id, t.opened, t.last_day, t.went_into,
      coalesce(p.leads, 0), coalesce(p.officers, 0), coalesce(p.others, 0), coalesce(p.lead_signed_in, false),
      (select max(k.generation) from inbox_key k where k.tenant = t.id), paused_since(t.id), is_diverted(t.id)
    from tenant t
    left join lateral (
      select count(*) filter (where 'lead' = any (s.roles))::integer as leads,
          count(*) filter (where 'officer' = any (s.roles) and not 'lead' = any (s.roles))::integer as officers,
          count(*) filter (where not s.roles && array['lead', 'officer'])::integer as others,
          bool_or('lead' = any (s.roles) and s.recipient is not null) as lead_signed_in
        from staff s where s.tenant = t.id and s.active) p on true
    where t.id <> 'national-desk' order by t.id
$$;

grant execute on function change_force(uuid, text, text, text, date, text, text), force_changes(), forces_standing()
  to national;
grant execute on function force_names() to intake, identity;
