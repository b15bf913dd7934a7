-- Why: three things that a lead had decided didn't hold. What was restricted to named people came back from another desk
-- open to everybody; access that was taken could be given back by an officer, and nothing said who had taken it; and a new
-- number of days waited for each report's next event.

-- Who would open a report at a desk that had restricted it when it was handed on: the public key of each, by id, for the
-- browser that seals its key to them. Null where that desk hadn't, and empty where nobody is left. They are those named; where
-- fewer than two of them still open anything at that desk, its leads too, but none who is too near.
create function named_at(the_report uuid, the_desk text) returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  with restriction as (
    select e.detail -> 'to' as named from event e
      where e.tenant = the_desk and e.report = the_report and e.kind = 'restricted'
        and the_desk <> session_user
        -- Asked by the desk that has it, and by nobody else.
        and exists (select from report r where r.tenant = session_user and r.id = the_report)
        and not exists (select from event l where l.tenant = e.tenant and l.report = e.report and l.number > e.number
          and l.kind in ('restricted', 'unrestricted'))
  ), who as materialized (
    select s.id, s.recipient, s.roles, restriction.named ? s.id::text as is_named from staff s, restriction
      where s.tenant = the_desk and s.active and s.recipient is not null and s.roles && array['officer', 'lead']
        and exists (select from inbox_grant g where g.tenant = s.tenant and g.person = s.id
          and g.generation = (select max(k.generation) from inbox_key k where k.tenant = s.tenant))
  ), opening as (
    select w.id, w.recipient from who w
      where w.is_named or 'lead' = any (w.roles) and (select count(*) from who o where o.is_named) < 2
        and not exists (select from near_trait t join nearness n on n.tenant = t.tenant and n.kind = t.kind and n.hash = t.hash
          where t.tenant = the_desk and t.report = the_report and n.person = w.id)
      order by w.is_named desc, w.id limit 20
  )
  select coalesce((select jsonb_object_agg(o.id, o.recipient) from opening o), '{}') from restriction
$$;
revoke all on function named_at(uuid, text) from public;
grant execute on function named_at(uuid, text) to tenant;

-- As before, and: takes a key for each of those instead of one for the whole desk, and refuses any other.
do $$
declare
  definition text := (select pg_get_functiondef(p.oid) from pg_proc p
    where p.proname = 'transfer_report' and p.pronamespace = 'public'::regnamespace);
  step text[];
begin
  foreach step slice 1 in array array[
    ['the_returned boolean)', 'the_returned boolean, the_people uuid[], the_wraps bytea[])'],
    ['  sent_number integer;', E'  sent_number integer;\n  named jsonb := named_at(the_report, the_target);'],
    ['  if the_generation is distinct from (', $x$  if named = '{}' then raise exception 'nobody-there' using errcode = 'CD002'; end if;
  if named is not null and (the_wrap is not null or cardinality(the_people) is distinct from cardinality(the_wraps)
      or array(select unnest(the_people) order by 1) <> array(select jsonb_object_keys(named)::uuid order by 1)) then
    raise exception 'That desk has restricted it: each person named there needs a key, and nobody else.' using errcode = '22023';
  end if;
  if named is null and the_people is not null then
    raise exception 'That desk has not restricted it.' using errcode = '22023';
  end if;
  if named is null and the_generation is distinct from ($x$],
    ['restricted_to = null,', $x$restricted_to = the_people,$x$],
    ['last_number = next_number,', 'last_number = next_number + (named is not null)::integer,'],
    [$x$    values (the_target, the_report, 'inbox', the_generation, the_wrap);$x$,
     $x$    select the_target, the_report, 'inbox', the_generation, the_wrap where named is null
    union all select the_target, the_report, each.person::text, 0, each.wrapped
      from unnest(the_people, the_wraps) each (person, wrapped);$x$],
    ['  update report u set due = queue_due(', $x$  if named is not null then
    insert into event (tenant, report, number, kind, happened, recorded, detail, line, channel, routed_to)
      values (the_target, the_report, next_number + 1, 'restricted', today(), today(),
        jsonb_build_object('to', the_people), r.line, r.channel, r.routed_to);
  end if;
  update report u set due = queue_due($x$]
  ] loop
    if (length(definition) - length(replace(definition, step[1], ''))) is distinct from length(step[1]) then
      raise exception 'transfer_report does not say once: %', step[1];
    end if;
    definition := replace(definition, step[1], step[2]);
  end loop;
  drop function transfer_report(uuid, uuid, text, integer, bytea, bytea, bytea, integer, boolean);
  execute definition;
end $$;
revoke all on function transfer_report(uuid, uuid, text, integer, bytea, bytea, bytea, integer, boolean, uuid[], bytea[]) from public;
grant execute on function transfer_report(uuid, uuid, text, integer, bytea, bytea, bytea, integer, boolean, uuid[], bytea[]) to tenant;

-- A person still names two or more; only who is left of them can be one.
select change_function('detail_fits', $$jsonb_array_length(detail -> 'to') between 2 and 20$$,
  $$jsonb_array_length(detail -> 'to') between 1 and 20$$);
select change_function('restrict_report', $$  if cardinality(the_to) is distinct from$$,
  $$  if cardinality(the_to) < 2 or cardinality(the_to) is distinct from$$);

-- Who took somebody's access to the desk, and when. A line for each time; nobody changes one.
create table taken_access (
  tenant text not null,
  person uuid not null,
  number integer not null check (number > 0),
  taken_by uuid not null,
  at timestamptz not null,
  primary key (tenant, person, number),
  foreign key (tenant, person) references staff (tenant, id),
  foreign key (tenant, taken_by) references staff (tenant, id)
);
alter table taken_access alter tenant set statistics 0;
alter table taken_access enable row level security;
alter table taken_access force row level security;
create policy taken_access_all_by_owner on taken_access to owner using (true) with check (true);
create policy taken_access_read_by_its_tenant on taken_access for select to tenant
  using (tenant = (select current_tenant()));
grant select on taken_access to tenant;

-- The person is locked first, so that nobody gives them access while it is being taken.
select change_function('take_access', $$  perform from inbox_grant g where g.tenant = session_user for update;$$,
  $$  perform from staff s where s.tenant = session_user and s.id = the_person for update;
  perform from inbox_grant g where g.tenant = session_user for update;$$);
select change_function('take_access', $$  delete from inbox_grant g where g.tenant = session_user and g.person = the_person;$$,
  $$  if exists (select from inbox_grant g where g.tenant = session_user and g.person = the_person) then
    insert into taken_access (tenant, person, number, taken_by, at)
      select session_user, the_person, 1 + coalesce(max(t.number), 0), the_lead, moment()
        from taken_access t where t.tenant = session_user and t.person = the_person;
  end if;
  delete from inbox_grant g where g.tenant = session_user and g.person = the_person;$$);

-- What a lead took, a lead gives: not an officer, and not the person themselves.
create function grant_is_given() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_relid <> 'public.inbox_grant'::regclass then raise exception 'grant_is_given is for the table inbox_grant'; end if;
  perform from staff s where s.tenant = new.tenant and s.id = new.person for share;
  if exists (select from taken_access t where t.tenant = new.tenant and t.person = new.person)
    and not exists (select from inbox_grant g where g.tenant = new.tenant and g.person = new.person)
    and not exists (select from staff s where s.tenant = new.tenant and s.id = new.granted_by and s.id <> new.person
      and s.active and 'lead' = any (s.roles)) then
    raise exception 'wrong-role' using errcode = 'CD002';
  end if;
  return new;
end $$;
revoke all on function grant_is_given() from public;
create trigger inbox_grant_is_given before insert on inbox_grant for each row execute function grant_is_given();
