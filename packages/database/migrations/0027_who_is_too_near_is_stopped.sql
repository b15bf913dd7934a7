-- Why: whoever works in the unit of a person concerned, is in their line of command or has their surname could warn them.
-- A lead says of each colleague what they are near to; the database compares keyed hashes and learns no name, refuses
-- whatever would open the report, and a lead sees who was stopped (domain rules §9, `too-near`).

-- What was said of a person concerned by which somebody could be near: no part of a match, which these are too weak for.
create table near_trait (
  tenant text not null,
  report uuid not null,
  person smallint not null check (person between 1 and 99),
  kind text not null check (kind in ('surname', 'unit', 'name')),
  hash bytea not null check (length(hash) = 16),
  -- Of the inbox key that its key is derived from.
  generation integer not null,
  primary key (tenant, report, kind, hash, person)
);

-- What a lead said of a colleague, as it is compared with the above.
create table nearness (
  tenant text not null,
  person uuid not null,
  why text not null check (why in ('unit', 'line', 'surname')),
  kind text not null check (kind in ('surname', 'unit', 'name')),
  hash bytea not null check (length(hash) = 16),
  generation integer not null,
  primary key (tenant, person, why, kind, hash),
  foreign key (tenant, person) references staff (tenant, id)
);
create index near_trait_by_hash on near_trait (tenant, kind, hash, report);
create index nearness_by_hash on nearness (tenant, kind, hash, person);

-- The same in words, sealed in a lead's browser, each version kept: a lead who takes a line away and puts it back is seen.
create table nearness_said (
  tenant text not null,
  person uuid not null,
  number integer not null check (number > 0),
  generation integer not null check (generation > 0),
  sealed bytea not null check (length(sealed) between 1 and 262144),
  said_by uuid not null,
  said_on date not null,
  primary key (tenant, person, number),
  foreign key (tenant, person) references staff (tenant, id)
);
alter table nearness_said alter column sealed set storage external;

-- No login reads any of them: a colleague's browser could hash a name and look for it.
do $$
declare
  name text;
begin
  foreach name in array array['near_trait', 'nearness', 'nearness_said'] loop
    execute format('alter table %I alter tenant set statistics 0', name);
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to owner using (true) with check (true)', name || '_all_by_owner', name);
  end loop;
end $$;

create function is_lead_here(the_person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from staff s where s.tenant = session_user and s.id = the_person and s.active
    and 'lead' = any (s.roles))
$$;

-- Whether a lead has let somebody in since the report came to this desk.
create function is_let_in(of_tenant text, of_report uuid, of_person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from event l where l.tenant = of_tenant and l.report = of_report and l.kind = 'let-in'
    and l.detail ->> 'who' = of_person::text
    and l.number > coalesce((select max(a.number) from event a where a.tenant = of_tenant and a.report = of_report
      and a.kind = 'arrived'), 0))
$$;

-- In what way somebody is too near to a report's people, the nearest first; null where they aren't, or were let in.
create function too_near(of_tenant text, of_report uuid, of_person uuid) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select n.why from near_trait t
    join nearness n on n.tenant = t.tenant and n.kind = t.kind and n.hash = t.hash
    where t.tenant = of_tenant and t.report = of_report and n.person = of_person
      and not is_let_in(of_tenant, of_report, of_person)
    order by array_position(array['unit', 'line', 'surname'], n.why) limit 1
$$;

-- The reports that somebody is too near to: their lists leave out what they would show of these.
create function near_reports(the_person uuid) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct t.report from nearness n
    join near_trait t on t.tenant = n.tenant and t.kind = n.kind and t.hash = n.hash
    where n.tenant = session_user and n.person = the_person and not is_let_in(session_user, t.report, the_person)
$$;

-- Who of the desk is too near to one report, or, without one, to an open report that they hold: for a lead.
create function who_is_near(the_lead uuid, the_report uuid) returns table (report uuid, person uuid, why text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct on (r.id, n.person) r.id, n.person, n.why from report r
    join near_trait t on t.tenant = r.tenant and t.report = r.id
    join nearness n on n.tenant = t.tenant and n.kind = t.kind and n.hash = t.hash
    join staff s on s.tenant = n.tenant and s.id = n.person and s.active
    where r.tenant = session_user and is_lead_here(the_lead) and not is_let_in(session_user, r.id, n.person)
      and (r.id = the_report or the_report is null and r.holder = n.person and r.stage <> 'closed')
    order by r.id, n.person, array_position(array['unit', 'line', 'surname'], n.why)
$$;

-- Whether no lead of the desk may do anything with a report: then whoever may open it hands it to the national desk.
create function no_lead_may(the_report uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from staff s where s.tenant = session_user and s.active and 'lead' = any (s.roles)
    and too_near(session_user, the_report, s.id) is null)
$$;

-- Stops somebody who comes to a report that they are too near to: says in what way, and records it, once a day. Called in
-- a transaction of its own, so that it stays on record whatever comes after.
create function stop_if_near(the_report uuid, the_person uuid) returns text
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  near text := too_near(session_user, the_report, the_person);
begin
  if near is null then return null; end if;
  perform from report r where r.tenant = session_user and r.id = the_report for update;
  if event_refusal(session_user, the_report, the_person, 'stopped', jsonb_build_object('why', near)) is null
    and not exists (select from event e where e.tenant = session_user and e.report = the_report and e.kind = 'stopped'
      and e.person = the_person and e.happened = today()) then
    insert into event (tenant, report, kind, person, detail)
      values (session_user, the_report, 'stopped', the_person, jsonb_build_object('why', near));
  end if;
  return near;
end $$;

-- Keeps what a lead says of a colleague, in place of what was compared before. Nobody says it of themselves, but for a
-- desk's only lead.
create function set_nearness(the_lead uuid, the_person uuid, the_generation integer, the_sealed bytea, the_whys text[],
    the_kinds text[], the_hashes bytea[])
  returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not is_lead_here(the_lead) then raise exception 'wrong-role' using errcode = 'CD002'; end if;
  if the_lead = the_person and exists (select from staff s where s.tenant = session_user and s.id <> the_person and s.active
      and 'lead' = any (s.roles)) then
    raise exception 'second-person' using errcode = 'CD002';
  end if;
  -- One after the other, or two leads would take one number.
  perform from staff s where s.tenant = session_user and s.id = the_person and s.active for update;
  if not found then raise exception 'not-held' using errcode = 'CD002'; end if;
  insert into nearness_said (tenant, person, number, generation, sealed, said_by, said_on)
    values (session_user, the_person, 1 + coalesce((select max(n.number) from nearness_said n
      where n.tenant = session_user and n.person = the_person), 0), the_generation, the_sealed, the_lead, today());
  delete from nearness n where n.tenant = session_user and n.person = the_person;
  insert into nearness (tenant, person, why, kind, hash, generation)
    select distinct session_user, the_person, t.why, t.kind, t.hash, the_generation
    from unnest(the_whys, the_kinds, the_hashes) t (why, kind, hash);
end $$;

-- What was last said of each colleague, or of one: sealed, for a lead.
create function nearness_said_of(the_lead uuid, the_person uuid)
  returns table (person uuid, generation integer, sealed bytea, said_by uuid, said_on date)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct on (n.person) n.person, n.generation, case when n.person = the_person then n.sealed end, n.said_by, n.said_on
    from nearness_said n
    where n.tenant = session_user and is_lead_here(the_lead) and (the_person is null or n.person = the_person)
    order by n.person, n.number desc
$$;

grant execute on function near_reports(uuid), who_is_near(uuid, uuid), no_lead_may(uuid), stop_if_near(uuid, uuid),
  set_nearness(uuid, uuid, integer, bytea, text[], text[], bytea[]), nearness_said_of(uuid, uuid) to tenant;

-- Describing a person says by what somebody is near to them, too.
drop function describe_person(uuid, uuid, integer, integer, integer, text[], bytea[], bytea, bytea);
create function describe_person(the_report uuid, the_person uuid, the_number integer, the_concerned integer,
    the_generation integer, the_kinds text[], the_hashes bytea[], the_near_kinds text[], the_near_hashes bytea[],
    the_words bytea, the_signature bytea)
  returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into event (tenant, report, number, kind, person, detail, words, signature)
    values (session_user, the_report, the_number, 'concerned', the_person,
      jsonb_build_object('person', the_concerned), the_words, the_signature);
  delete from fingerprint f
    where f.tenant = session_user and f.report = the_report and f.person = the_concerned;
  insert into fingerprint (tenant, report, person, kind, hash, generation)
    select distinct session_user, the_report, the_concerned::smallint, t.kind, t.hash, the_generation
    from unnest(the_kinds, the_hashes) t (kind, hash);
  delete from near_trait n
    where n.tenant = session_user and n.report = the_report and n.person = the_concerned;
  insert into near_trait (tenant, report, person, kind, hash, generation)
    select distinct session_user, the_report, the_concerned::smallint, t.kind, t.hash, the_generation
    from unnest(the_near_kinds, the_near_hashes) t (kind, hash);
end $$;
grant execute on function describe_person(uuid, uuid, integer, integer, integer, text[], bytea[], text[], bytea[], bytea,
  bytea) to tenant;

select change_function('transfer_report', $$  delete from draft d where$$, $$  delete from near_trait n where n.tenant = session_user and n.report = the_report;
  delete from draft d where$$);

-- Whoever is too near does nothing with the report; a lead may still give it to somebody who isn't, and nobody is given
-- what they are too near to. Where no lead may act, whoever works on it hands it to the national desk.
select change_function('event_refusal', $$  if s.named is not null and not actor = any (s.named) then return 'restricted'; end if;$$, $$  if s.named is not null and not actor = any (s.named) then return 'restricted'; end if;
  if next_kind <> 'stopped' and not (is_lead and next_kind = 'assigned')
    and too_near(of_tenant, of_report, actor) is not null then return 'too-near'; end if;
  if next_kind = 'assigned' and too_near(of_tenant, of_report, (next_detail ->> 'to')::uuid) is not null then
    return 'colleague-near';
  end if;
  if next_kind = 'let-in' then
    if next_detail ->> 'who' = actor::text then return 'second-person'; end if;
    if too_near(of_tenant, of_report, (next_detail ->> 'who')::uuid) is null and not exists (select from event e
        where e.tenant = of_tenant and e.report = of_report and e.kind = 'stopped' and e.person::text = next_detail ->> 'who'
          and e.number > coalesce((select max(l.number) from event l where l.tenant = of_tenant and l.report = of_report
            and (l.kind = 'arrived' or l.kind = 'let-in' and l.detail ->> 'who' = next_detail ->> 'who')), 0))
      then return 'not-stopped'; end if;
  end if;$$);
select change_function('event_refusal', $$  if not is_lead and next_kind = 'transferred' and of_tenant <> 'national-desk' then return 'wrong-role'; end if;$$, $$  if not is_lead and next_kind = 'transferred' and of_tenant <> 'national-desk'
    and not (next_detail ->> 'to' = 'national-desk' and no_lead_may(of_report)) then return 'wrong-role'; end if;$$);

-- Nothing sealed is handed out to them, whatever they had opened before it was known.
select change_function('read_body', $$  return query$$, $$  if too_near(session_user, the_report, the_person) is not null then
    raise exception 'too-near' using errcode = 'CD002';
  end if;
  return query$$);
select change_function('read_bodies', $$  return query$$, $$  if exists (select from unnest(the_reports) asked (id) where too_near(session_user, asked.id, the_person) is not null) then
    raise exception 'too-near' using errcode = 'CD002';
  end if;
  return query$$);
select change_function('read_file_piece', $$  if exists (select from sealed_file f where$$, $$  if too_near(session_user, the_report, the_person) is not null then
    raise exception 'too-near' using errcode = 'CD002';
  end if;
  if exists (select from sealed_file f where$$);
select change_function('read_draft', $$and d.person = the_person$$, $$and d.person = the_person
    and too_near(session_user, the_report, the_person) is null$$);
