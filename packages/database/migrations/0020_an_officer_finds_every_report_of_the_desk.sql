-- Why: a desk finds its reports by the unit's own titles, in views that each person keeps, and by searching what they may
-- open; and a page of any view costs the same wherever it begins.

-- The unit's own title of a report, sealed in a browser: under a key derived from the inbox key of that generation and the
-- report's id, or, of a restricted report, under the report's own key (no generation).
create table title (
  tenant text not null,
  report uuid not null,
  generation integer check (generation > 0),
  sealed bytea not null check (length(sealed) between 1 and 2048),
  person uuid not null,
  primary key (tenant, report),
  foreign key (tenant, report) references report (tenant, id)
);
alter table title alter column sealed set storage external;

-- A person's own views of the queue: a name, and the filters as an address has them.
create table saved_view (
  tenant text not null,
  person uuid not null,
  name text not null check (length(name) between 1 and 40),
  query text not null check (length(query) <= 400),
  primary key (tenant, person, name),
  foreign key (tenant, person) references staff (tenant, id)
);

-- How many reports one person's browser opened for its search, by day: a lead looks at it, and it has an end.
create table indexing (
  tenant text not null,
  person uuid not null,
  day date not null,
  count integer not null check (count > 0),
  primary key (tenant, day, person)
);

do $$
declare
  name text;
begin
  foreach name in array array['title', 'saved_view', 'indexing'] loop
    execute format('alter table %I alter tenant set statistics 0', name);
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to owner using (true) with check (true)', name || '_all_by_owner', name);
  end loop;
end $$;
grant select on title, indexing to tenant;
create policy title_read_by_its_tenant on title for select to tenant using (tenant = (select current_tenant()));
create policy indexing_read_by_its_tenant on indexing for select to tenant using (tenant = (select current_tenant()));

-- One index for each way into the queue; what else is filtered is looked at row by row, so many rows at most.
create index report_by_stage on report (tenant, stage, urgency, due, id) where stage <> 'closed';
create index report_by_sender on report (tenant, urgency, due, id) where came_from is not null and stage <> 'closed';
create index report_by_day on report (tenant, day, id) where stage <> 'closed';
create index report_by_last_holder on report (tenant, holder, day, id) where stage = 'closed';

-- Gives a report its title, or takes it away. Whoever may write a note may do it: who has opened the report, here.
create function set_title(the_report uuid, the_person uuid, the_generation integer, the_sealed bytea)
  returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r report;
  refusal text;
begin
  select * into r from report where tenant = session_user and id = the_report for no key update;
  refusal := case when r.id is null then 'not-held'
    else event_refusal(session_user, the_report, the_person, 'noted', '{"nature": "fact"}') end;
  if refusal is not null then raise exception '%', refusal using errcode = 'CD002'; end if;
  if (r.restricted_to is null) <> (the_generation is not null) and the_sealed is not null then
    -- Restricted, or no longer, since the page was loaded.
    raise exception 'other-key' using errcode = 'CD002';
  end if;
  if the_sealed is null then
    delete from title where tenant = session_user and report = the_report;
  else
    insert into title (tenant, report, generation, sealed, person)
      values (session_user, the_report, the_generation, the_sealed, the_person)
      on conflict (tenant, report) do update
        set generation = excluded.generation, sealed = excluded.sealed, person = excluded.person;
  end if;
end $$;

create function saved_views(the_person uuid) returns table (name text, query text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select v.name, v.query from saved_view v where v.tenant = session_user and v.person = the_person order by v.name
$$;

-- Keeps a view under its name, in place of an earlier one of that name. Answers whether there was room for it.
create function keep_view(the_person uuid, the_name text, the_query text)
  returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  most constant integer := 20;
begin
  perform from staff s where s.tenant = session_user and s.id = the_person and s.active for no key update;
  if not found or (select count(*) from saved_view v
      where v.tenant = session_user and v.person = the_person and v.name <> the_name) >= most then
    return false;
  end if;
  insert into saved_view (tenant, person, name, query) values (session_user, the_person, the_name, the_query)
    on conflict (tenant, person, name) do update set query = excluded.query;
  return true;
end $$;

create function drop_view(the_person uuid, the_name text) returns void
  language sql security definer set search_path = public, pg_temp as $$
  delete from saved_view v where v.tenant = session_user and v.person = the_person and v.name = the_name
$$;

-- What a title and the search's count make of an event. Runs as the owner.
create function event_moves_title() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  most constant integer := 5000;
  counted integer;
begin
  if tg_relid <> 'public.event'::regclass then raise exception 'event_moves_title is for the table event'; end if;
  if new.kind = 'indexed' then
    insert into indexing as i (tenant, person, day, count) values (new.tenant, new.person, new.recorded, 1)
      on conflict (tenant, day, person) do update set count = i.count + 1
      returning i.count into counted;
    if counted > most then raise exception 'indexed-enough' using errcode = 'CD002'; end if;
  else
    -- It goes nowhere with the report, and the whole desk's key could open it.
    delete from title t where t.tenant = new.tenant and t.report = new.report;
  end if;
  return null;
end $$;
create trigger event_4_moves_title after insert on event for each row
  when (new.kind in ('indexed', 'transferred', 'restricted')) execute function event_moves_title();

-- Records for each report that this person's browser opens it for the search, where they may open it; the reports that
-- it was recorded for. Ends at so many a day (the trigger above): what is over waits for tomorrow.
create function index_reports(the_reports uuid[], the_person uuid)
  returns setof uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare
  most_at_once constant integer := 100;
  most_a_day constant integer := 5000;
  room integer := most_a_day - coalesce((select i.count from indexing i
    where i.tenant = session_user and i.person = the_person and i.day = today()), 0);
begin
  if cardinality(the_reports) > most_at_once then
    raise exception 'At most % reports at once.', most_at_once using errcode = '22023';
  end if;
  if room <= 0 then raise exception 'indexed-enough' using errcode = 'CD002'; end if;
  return query
    insert into event (tenant, report, kind, person)
      -- In one order for everybody, or two batches could wait for each other.
      select session_user, r.id, 'indexed', the_person from report r
        where r.tenant = session_user and r.id = any (the_reports)
          and event_refusal(session_user, r.id, the_person, 'indexed', '{}') is null
        order by r.id limit room
      returning report;
end $$;

-- The sealed bodies of several reports and the caller's wraps, by the same rule as read_body.
create function read_bodies(the_reports uuid[], the_person uuid)
  returns table (report uuid, sealed_for text, body bytea, holder text, generation integer, wrapped bytea)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if exists (select from unnest(the_reports) asked (id)
      where not exists (
        select from event e
          where e.tenant = session_user and e.report = asked.id and e.kind in ('opened', 'indexed')
            and e.person = the_person and e.at > moment() - interval '1 minute'
            and e.opened_in is distinct from pg_current_xact_id_if_assigned())) then
    raise exception 'Open the report first: an opening is recorded before anything is read.' using errcode = 'CD003';
  end if;
  return query
    select r.id, r.sealed_for, b.body, w.holder, w.generation, w.wrapped
      from report r
      join sealed_body b on b.tenant = r.tenant and b.report = r.id
      join wrap w on w.tenant = r.tenant and w.report = r.id
      where r.tenant = session_user and r.id = any (the_reports) and w.holder in ('inbox', the_person::text);
end $$;

grant execute on function set_title(uuid, uuid, integer, bytea), saved_views(uuid), keep_view(uuid, text, text),
  drop_view(uuid, text), index_reports(uuid[], uuid), read_bodies(uuid[], uuid) to tenant;
