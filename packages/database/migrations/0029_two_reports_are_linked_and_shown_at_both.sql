-- Why: what is told of one person or one night lies in several reports. Whoever works on one must see the others, and
-- what somebody said of both stands at one of them, signed there: so it is shown from either side, and never copied.

select change_function('detail_fits', $$    when kind in ('linked', 'unlinked') then names = '{report}' and is_uuid(detail -> 'report')$$, $$    when kind = 'linked' then names = '{report,why}' and is_uuid(detail -> 'report')
      and detail ->> 'why' in ('person', 'incident', 'unit', 'follows', 'other')
    when kind = 'unlinked' then names = '{report}' and is_uuid(detail -> 'report')$$);

-- What other reports say of one.
create index event_by_other_report on event (tenant, (detail ->> 'report'), report, number)
  where kind in ('linked', 'unlinked', 'matched');

-- Whether a report is this desk's, and not kept from that person.
create function may_see_report(of_tenant text, the_report uuid, the_person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select from report r where r.tenant = of_tenant and r.id = the_report
    and (r.restricted_to is null or the_person = any (r.restricted_to)));

-- Whether two reports of a tenant are linked, whichever of them says so.
create function are_linked(of_tenant text, one uuid, other uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return coalesce((select sum(case e.kind when 'linked' then 1 else -1 end) > 0 from event e
    where e.tenant = of_tenant and e.kind in ('linked', 'unlinked')
      and ((e.report = one and e.detail ->> 'report' = other::text)
        or (e.report = other and e.detail ->> 'report' = one::text))), false);

-- Refuses to link what isn't here, what is kept from whoever asks and what it is itself, all with one answer.
create function event_links_report() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  other uuid := (new.detail ->> 'report')::uuid;
begin
  if tg_relid <> 'public.event'::regclass then raise exception 'event_links_report is for the table event'; end if;
  -- Two people may link the same two, each at another of them.
  perform pg_advisory_xact_lock(hashtextextended(least(new.report, other)::text || greatest(new.report, other)::text, 0));
  if other = new.report or not may_see_report(new.tenant, other, new.person)
      -- What has moved away can be taken off the list of the report that stayed.
      and (new.kind = 'linked' or exists (select from report r where r.tenant = new.tenant and r.id = other)) then
    raise exception 'no-such-report' using errcode = 'CD002';
  end if;
  if (new.kind = 'linked') = are_linked(new.tenant, new.report, other) then
    raise exception '%', case new.kind when 'linked' then 'already-linked' else 'not-linked' end using errcode = 'CD002';
  end if;
  return new;
end $$;
create trigger event_3_links_report before insert on event for each row
  when (new.kind in ('linked', 'unlinked')) execute function event_links_report();

-- What is said at a report of others, and at others of it: links and who is the same person. Nothing of a report that is
-- kept from whoever asks. Of one that has moved away there is what this report itself says.
create function links_of(the_report uuid, the_person uuid)
  returns table (other uuid, at_other boolean, number integer, kind text, detail jsonb, by uuid, at timestamptz,
    has_words boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.other, s.at_other, s.number, s.kind, s.detail, s.person, s.at, s.words is not null
  from (
    select (e.detail ->> 'report')::uuid as other, false as at_other, e.*
      from event e where e.tenant = session_user and e.report = the_report and e.kind in ('linked', 'unlinked', 'matched')
    union all
    select e.report, true, e.*
      from event e where e.tenant = session_user and e.detail ->> 'report' = the_report::text
        and e.kind in ('linked', 'unlinked', 'matched')
  ) s
  where may_see_report(session_user, the_report, the_person)
    and (may_see_report(session_user, s.other, the_person)
      or not s.at_other and not exists (select from report r where r.tenant = session_user and r.id = s.other))
  order by s.at, s.report, s.number
$$;

-- A file stays quarantined where its report goes, and the events that say so stay behind: so the desk asks the files.
create function quarantined_files(the_report uuid) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select f.id from sealed_file f where f.tenant = session_user and f.report = the_report and f.quarantined
$$;

-- As before, and: the title comes along, sealed in the same browser under the key that those named have.
do $$
declare
  name text;
  arguments text;
  definition text;
  old text;
begin
  foreach name in array array['restrict_report', 'lift_restriction'] loop
    select pg_get_functiondef(p.oid), pg_get_function_identity_arguments(p.oid) into definition, arguments from pg_proc p
      where p.proname = name and p.pronamespace = 'public'::regnamespace;
    foreach old in array array['the_signature bytea)', 'as $function$'] loop
      if length(definition) - length(replace(lower(definition), old, '')) is distinct from length(old) then
        raise exception '% does not say once: %', name, old;
      end if;
    end loop;
    definition := replace(definition, 'the_signature bytea)', 'the_signature bytea, the_title bytea)');
    definition := regexp_replace(definition, 'end \$function\$', format($x$  if the_title is not null then
    insert into title (tenant, report, generation, sealed, person)
      values (session_user, the_report, %s, the_title, the_person)
      on conflict (tenant, report) do update
        set generation = excluded.generation, sealed = excluded.sealed, person = excluded.person;
  end if;
end $x$ || '$function$', case name when 'restrict_report' then 'null' else 'the_generation' end));
    execute format('drop function %I(%s)', name, arguments);
    execute definition;
  end loop;
end $$;
revoke all on function restrict_report(uuid, uuid, integer, uuid[], bytea[], bytea, bytea, bytea),
  lift_restriction(uuid, uuid, integer, integer, bytea, bytea, bytea, bytea) from public;
grant execute on function restrict_report(uuid, uuid, integer, uuid[], bytea[], bytea, bytea, bytea),
  lift_restriction(uuid, uuid, integer, integer, bytea, bytea, bytea, bytea),
  links_of(uuid, uuid), quarantined_files(uuid) to tenant;
