-- Why: a connection that breaks or a laptop that closes loses nothing that was typed; and two officers who have one report
-- open know of each other before they decide.

-- What one person has typed on a report's page and not sent, sealed under the report's key as one part.
create table draft (
  tenant text not null,
  report uuid not null,
  person uuid not null,
  sealed bytea not null check (length(sealed) between 1 and 1048576),
  primary key (tenant, report, person)
);
alter table draft alter column sealed set storage external;

-- Who has a report's page open: for as long as a minute, and worth nothing after a crash.
create unlogged table presence (
  tenant text not null,
  report uuid not null,
  person uuid not null,
  at timestamptz not null,
  primary key (tenant, report, person)
);

do $$
declare
  name text;
begin
  foreach name in array array['draft', 'presence'] loop
    execute format('alter table %I alter tenant set statistics 0', name);
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to owner using (true) with check (true)', name || '_all_by_owner', name);
  end loop;
end $$;

-- Keeps what a person has typed at a report of this desk; null where nothing is left to keep.
create function keep_draft(the_report uuid, the_person uuid, the_sealed bytea)
  returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from report r where r.tenant = session_user and r.id = the_report)
    or not exists (select from staff s where s.tenant = session_user and s.id = the_person and s.active) then
    raise exception 'not-held' using errcode = 'CD002';
  end if;
  if the_sealed is null then
    delete from draft d where d.tenant = session_user and d.report = the_report and d.person = the_person;
  else
    insert into draft values (session_user, the_report, the_person, the_sealed)
      on conflict (tenant, report, person) do update set sealed = excluded.sealed;
  end if;
end $$;

create function read_draft(the_report uuid, the_person uuid) returns bytea
  language sql stable security definer set search_path = public, pg_temp as $$
  select d.sealed from draft d where d.tenant = session_user and d.report = the_report and d.person = the_person
$$;

-- Says that a person has the report open, and who else has within the last minute.
create function note_presence(the_report uuid, the_person uuid)
  returns table (person uuid, last_number integer) language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from report r where r.tenant = session_user and r.id = the_report)
    or not exists (select from staff s where s.tenant = session_user and s.id = the_person and s.active) then
    raise exception 'not-held' using errcode = 'CD002';
  end if;
  delete from presence p where p.tenant = session_user and p.at < moment() - interval '1 minute';
  insert into presence values (session_user, the_report, the_person, moment())
    on conflict on constraint presence_pkey do update set at = excluded.at;
  return query select p.person, r.last_number
    from report r left join presence p on p.tenant = r.tenant and p.report = r.id and p.person <> the_person
    where r.tenant = session_user and r.id = the_report;
end $$;

grant execute on function keep_draft(uuid, uuid, bytea), read_draft(uuid, uuid), note_presence(uuid, uuid) to tenant;

-- The key goes with the report: what was typed about it stays with nobody.
select change_function('transfer_report', $$  delete from fingerprint f where$$, $$  delete from draft d where d.tenant = session_user and d.report = the_report;
  delete from fingerprint f where$$);
