-- Why: what attackers who had a desk's cookie, a colleague's screen or a moment's luck could do to it, each with its test
-- (attacks-on-the-desk.test.ts).

-- A grant is sealed in a browser, so nobody here can tell one that opens from one that doesn't. With one stolen session
-- every grant of a desk could be replaced by some that open nothing, and no report of it would ever open again. Now nobody
-- replaces their own: whoever's session it was still opens the desk, and gives the others theirs again. And each grant that
-- is replaced is kept, out of reach of every login, for the operator to put back.
create table replaced_grant (
  tenant text not null,
  generation integer not null,
  person uuid not null,
  number integer not null,
  granted_by uuid not null,
  sealed bytea not null,
  primary key (tenant, generation, person, number)
);
alter table replaced_grant alter tenant set statistics 0;
alter table replaced_grant enable row level security;
alter table replaced_grant force row level security;
create policy replaced_grant_all_by_owner on replaced_grant to owner using (true) with check (true);

create function grant_is_replaced() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_relid <> 'public.inbox_grant'::regclass then raise exception 'grant_is_replaced is for the table inbox_grant'; end if;
  if new.granted_by = new.person then raise exception 'own-grant' using errcode = 'CD002'; end if;
  insert into replaced_grant (tenant, generation, person, number, granted_by, sealed)
    select old.tenant, old.generation, old.person, 1 + coalesce(max(r.number), 0), old.granted_by, old.sealed
      from replaced_grant r where r.tenant = old.tenant and r.generation = old.generation and r.person = old.person;
  return new;
end $$;
create trigger inbox_grant_is_replaced before update on inbox_grant for each row execute function grant_is_replaced();

-- Two leads who took each other's access at one moment left a desk that only an auditor opened, who gives access to nobody.
-- And what was replaced goes with what is taken away.
select change_function('take_access', $$  if not exists (select from inbox_grant g join staff s$$, $$  if not exists (select from inbox_grant g where g.tenant = session_user and g.person = the_lead
      and g.generation = (select max(k.generation) from inbox_key k where k.tenant = session_user)) then
    raise exception 'wrong-role' using errcode = 'CD002';
  end if;
  if not exists (select from inbox_grant g join staff s$$);
select change_function('take_access', $$g.person <> the_person and s.active$$, $$g.person <> the_person and s.active
        and s.roles && array['officer', 'lead']$$);
select change_function('take_access', $$  delete from session x$$, $$  delete from replaced_grant r where r.tenant = session_user and r.person = the_person;
  delete from session x$$);

-- Somebody could say of a report that is kept from them whether a person of it is the same: it stood at that report.
create function event_matches_report() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  other uuid := (new.detail ->> 'report')::uuid;
begin
  if tg_relid <> 'public.event'::regclass then raise exception 'event_matches_report is for the table event'; end if;
  if other = new.report or not may_see_report(new.tenant, other, new.person) then
    raise exception 'no-such-report' using errcode = 'CD002';
  end if;
  return new;
end $$;
create trigger event_3_matches_report before insert on event for each row
  when (new.kind = 'matched') execute function event_matches_report();

-- Who works on a report just now was told to whoever is too near to it, and to those for whom it isn't.
select change_function('note_presence', $$not exists (select from report r where r.tenant = session_user and r.id = the_report)$$,
  $$not may_see_report(session_user, the_report, the_person)$$);

-- What went to another force and came back opened for whoever was too near to it, until somebody described its people anew.
-- The hashes stay, under this desk's key: where the report isn't here, they are compared with nothing.
select change_function('transfer_report', $$  delete from near_trait n where n.tenant = session_user and n.report = the_report;
$$, '');
