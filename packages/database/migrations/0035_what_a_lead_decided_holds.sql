-- Why: three things that a lead had decided didn't hold. What was restricted to named people came back from another desk
-- open to everybody; access that was taken could be given back by an officer, and nothing said who had taken it; and a new
-- number of days waited for each report's next event.

-- Who opens a report at a desk that had restricted it when it was handed on: the public key of each, by id. Null where that
-- desk hadn't, and empty where nobody is left. They are those named, whether or not somebody took their access meanwhile;
-- where fewer than two of them would be let open it, that desk's leads too, but none who is too near.
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
    select s.id, s.recipient, s.roles, restriction.named ? s.id::text as is_named,
        exists (select from near_trait t join nearness n on n.tenant = t.tenant and n.kind = t.kind and n.hash = t.hash
          where t.tenant = the_desk and t.report = the_report and n.person = s.id) as is_near,
        exists (select from inbox_grant g where g.tenant = s.tenant and g.person = s.id
          and g.generation = (select max(k.generation) from inbox_key k where k.tenant = s.tenant)) as has_access
      from staff s, restriction
      where s.tenant = the_desk and s.active and s.recipient is not null and s.roles && array['officer', 'lead']
  ), opening as (
    select w.id, w.recipient from who w
      where w.is_named or 'lead' = any (w.roles) and w.has_access and not w.is_near
        and (select count(*) from who o where o.is_named and not o.is_near) < 2
      order by w.is_named desc, w.id limit 20
  )
  select coalesce((select jsonb_object_agg(o.id, o.recipient) from opening o), '{}') from restriction
$$;
revoke all on function named_at(uuid, text) from public;

-- Whether somebody of this desk may know where a report was restricted: whoever may open it here, and decides.
create function may_hand_on(the_report uuid, the_person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from report r join staff s on s.tenant = r.tenant and s.id = the_person
      where r.tenant = session_user and r.id = the_report and s.active and s.roles && array['officer', 'lead']
        and (r.restricted_to is null or the_person = any (r.restricted_to)))
    and the_report not in (select near_reports(the_person))
$$;
revoke all on function may_hand_on(uuid, uuid) from public;

-- The same for the browser that seals the report's key to them, of whoever may hand it on.
create function keys_at(the_report uuid, the_desk text, the_person uuid) returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  select named_at(the_report, the_desk) where may_hand_on(the_report, the_person)
$$;

-- The desks that had restricted a report when they handed it on.
create function restricted_at(the_report uuid, the_person uuid) returns setof text
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct e.tenant from event e
    where e.report = the_report and e.kind = 'restricted' and e.tenant <> session_user
      and may_hand_on(the_report, the_person)
      and not exists (select from event l where l.tenant = e.tenant and l.report = e.report and l.number > e.number
        and l.kind in ('restricted', 'unrestricted'))
$$;
revoke all on function keys_at(uuid, text, uuid), restricted_at(uuid, uuid) from public;
grant execute on function keys_at(uuid, text, uuid), restricted_at(uuid, uuid) to tenant;

-- A copy would be another report, open to all of that desk: what it restricted goes back to it whole, or not at all.
select change_function('refer_report', $$  if exists (select from mailbox m where m.report = the_report and m.referral_of is not null) then$$,
  $$  if named_at(the_report, given.tenant) is not null then
    raise exception 'restricted' using errcode = 'CD002';
  end if;
  if exists (select from mailbox m where m.report = the_report and m.referral_of is not null) then$$);

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

-- Who took somebody's access to the desk, and when, and who gave it again. A line for each time, which nobody takes back.
create table taken_access (
  tenant text not null,
  person uuid not null,
  number integer not null check (number > 0),
  taken_by uuid not null,
  at timestamptz not null,
  -- Who gave it again, and when.
  given_by uuid,
  given_at timestamptz,
  check ((given_by is null) = (given_at is null)),
  primary key (tenant, person, number),
  foreign key (tenant, person) references staff (tenant, id),
  foreign key (tenant, taken_by) references staff (tenant, id),
  foreign key (tenant, given_by) references staff (tenant, id)
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
  $$  perform from staff s where s.tenant = session_user and s.id = the_person for no key update;
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
  if not exists (select from taken_access t
      where t.tenant = new.tenant and t.person = new.person and t.given_by is null) then
    return new;
  end if;
  if not exists (select from staff s where s.tenant = new.tenant and s.id = new.granted_by and s.id <> new.person
      and s.active and 'lead' = any (s.roles)) then
    raise exception 'wrong-role' using errcode = 'CD002';
  end if;
  update taken_access t set given_by = new.granted_by, given_at = moment()
    where t.tenant = new.tenant and t.person = new.person and t.given_by is null;
  return new;
end $$;
revoke all on function grant_is_given() from public;
create trigger inbox_grant_is_given before insert on inbox_grant for each row execute function grant_is_given();

-- What is due next at each report, by the rules of packages/domain `clock.ts` and its desk's own days: of one report, or of
-- all of a desk at once. What happened before a report last arrived is history, and so is what was corrected.
create view report_due as
  with counted as not materialized (
    select e.tenant, e.report, e.number, e.kind, e.detail, e.happened, e.person is not null as by_staff,
        max(e.number) filter (where e.kind = 'arrived') over each as arrived,
        array_agg((e.detail ->> 'corrects')::integer) filter (where e.kind = 'corrected') over each as corrected
      from event e
      where e.kind in ('arrived', 'accepted', 'acknowledged', 'messaged', 'assessed', 'intelligence-made', 'investigating',
        'reviewed', 'iopc-decided', 'disputed', 'dispute-answered', 'milestone', 'paused', 'resumed', 'set-aside', 'closed',
        'reopened', 'corrected')
      window each as (partition by e.tenant, e.report)
  ), last as not materialized (
    -- Of each kind the number of its last event, and the day of it.
    select c.tenant, c.report,
        coalesce(bool_or(c.kind in ('acknowledged', 'messaged') and c.by_staff), false) as acknowledged,
        bool_or(c.kind = 'arrived' and not c.detail ? 'referral')
          and not bool_or(c.kind in ('accepted', 'assessed', 'set-aside')) as to_accept,
        bool_or(c.kind = 'assessed') as assessed,
        max(c.number) filter (where c.kind in ('closed', 'set-aside')) as closed,
        max(c.number) filter (where c.kind = 'set-aside') as set_aside,
        max(c.number) filter (where c.kind = 'reopened') as reopened,
        max(c.number) filter (where c.kind = 'assessed' and c.detail -> 'grounds' <> '[]') as grounds,
        max(c.happened) filter (where c.kind = 'assessed' and c.detail -> 'grounds' <> '[]') as grounds_day,
        max(c.number) filter (where c.kind = 'iopc-decided') as iopc,
        max(c.number) filter (where c.kind = 'disputed') as disputed,
        max(c.happened) filter (where c.kind = 'disputed') as disputed_day,
        max(c.number) filter (where c.kind in ('dispute-answered', 'reopened')) as answered,
        max(c.happened) filter (where c.kind = 'messaged' and c.by_staff) as message_day,
        max(c.happened) filter (where c.kind in ('assessed', 'intelligence-made', 'investigating', 'reviewed', 'reopened'))
          as stage_day,
        max(c.happened) filter (where c.detail ->> 'which' = 'explained') as explained_day,
        max(c.number) filter (where c.detail ->> 'which' = 'hearing-ended') as hearing,
        max(c.happened) filter (where c.detail ->> 'which' = 'hearing-ended') as hearing_day,
        max(c.number) filter (where c.detail ->> 'which' = 'outcome-reported') as reported,
        -- Paused and resumed follow each other in turn, so the first of the one ends at the first of the other.
        array_agg(c.happened order by c.number) filter (where c.kind = 'paused') as froms,
        array_agg(c.happened order by c.number) filter (where c.kind = 'resumed') as tos
      from counted c
      where c.number >= coalesce(c.arrived, 0) and (c.corrected is null or c.number <> all (c.corrected))
      group by c.tenant, c.report
  ), standing as not materialized (
    select r.tenant, r.id as report, r.counted_from, r.may_reply <> 'no' as may_write, l.acknowledged, l.to_accept,
        coalesce(l.assessed, false) as assessed, l.message_day, l.stage_day, l.explained_day, l.froms, l.tos,
        coalesce(l.closed, 0) > coalesce(l.reopened, 0) as closed,
        coalesce(l.set_aside, 0) > coalesce(l.reopened, 0) and l.set_aside = l.closed as set_aside,
        case when l.grounds > coalesce(l.iopc, 0) then l.grounds_day end as iopc_day,
        case when l.disputed > coalesce(l.answered, 0) then l.disputed_day end as disputed_day,
        case when l.hearing > coalesce(l.reported, 0) then l.hearing_day end as hearing_day,
        coalesce(cardinality(l.froms), 0) > coalesce(cardinality(l.tos), 0) as paused,
        coalesce(d.acknowledge, 1) as acknowledge, coalesce(d.assess, 5) as assess, coalesce(d.update, 28) as update,
        coalesce(d.review, 3) as review
      from report r
        left join desk_setting d on d.tenant = r.tenant
        left join last l on l.tenant = r.tenant and l.report = r.id
  )
  select s.tenant, s.report, least(
      case when s.may_write and s.acknowledged is not true and not s.closed
        then add_working_days(s.counted_from, s.acknowledge) end,
      case when s.to_accept then add_working_days(s.counted_from, 2) end,
      s.iopc_day + 1,
      add_working_days(s.disputed_day, 5),
      (select min(a.due) from awaited a where a.tenant = s.tenant and a.report = s.report and a.what = 'task'),
      case when not s.paused then least(
        case when not s.assessed and not s.set_aside then next_working_day(
          add_working_days(s.counted_from, s.assess) + paused_days(s.froms, s.tos, s.counted_from)) end,
        case when s.may_write and not s.closed
          then s.message_day + s.update + paused_days(s.froms, s.tos, s.message_day) end,
        case when not s.closed then (s.stage_day + make_interval(months => s.review))::date
          + paused_days(s.froms, s.tos, s.stage_day) end,
        case when not s.closed then coalesce(
          (s.explained_day + interval '6 months')::date + paused_days(s.froms, s.tos, s.explained_day),
          (s.counted_from + interval '12 months')::date + paused_days(s.froms, s.tos, s.counted_from)) end,
        next_working_day(add_working_days(s.hearing_day, 5) + paused_days(s.froms, s.tos, s.hearing_day))) end) as due
    from standing s;

create or replace function due_of(of_tenant text, of_report uuid)
  returns date language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select d.due from report_due d where d.tenant = of_tenant and d.report = of_report);
end $$;

-- As before, but quick enough to be asked for every report of a desk: few were ever paused, the holidays are read once, and
-- whoever calls these is the owner's function already.
create or replace function paused_days(froms date[], tos date[], start date)
  returns integer language plpgsql immutable as $$
begin
  if froms is null then return 0; end if;
  return coalesce((select sum(greatest(0, p.until - greatest(p.since, start))) from unnest(froms, tos) p (since, until)
    where p.until is not null), 0);
end $$;

create or replace function add_working_days(from_day date, count integer)
  returns date language plpgsql stable strict as $$
declare
  result date := from_day;
  remaining integer := count;
  -- Of `count` working days no more than as many again, and a fortnight, are none.
  holidays constant date[] := array(select b.day from bank_holiday b
    where b.day > from_day and b.day <= from_day + 2 * count + 14);
begin
  while remaining > 0 loop
    result := result + 1;
    if extract(isodow from result) < 6 and not result = any (holidays) then remaining := remaining - 1; end if;
  end loop;
  return result;
end $$;

create or replace function next_working_day(from_day date)
  returns date language sql stable return add_working_days(from_day - 1, 1);

-- Every open report of a desk as its days are now. Worked out before any row is locked, so that a reporter's message waits for
-- the writing alone; what happens to a report in that moment keeps the old days until its next event.
create function keep_to_setting(of_tenant text) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update report r set due = next.due
    from (select d.report, least(case when o.urgency = 0 then least(o.due, today()) end, coalesce(d.due, '9999-12-31')) as due
        from report o join report_due d on d.tenant = o.tenant and d.report = o.id
        where o.tenant = of_tenant and o.stage <> 'closed') next
    where r.tenant = of_tenant and r.id = next.report and r.due <> next.due;
end $$;
revoke all on function keep_to_setting(text) from public;

-- Where its days changed, and not with a telephone number.
create function setting_is_kept() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_relid <> 'public.desk_setting'::regclass then raise exception 'setting_is_kept is for the table desk_setting'; end if;
  if tg_op = 'INSERT' or row(new.acknowledge, new.assess, new.update, new.review)
      is distinct from row(old.acknowledge, old.assess, old.update, old.review) then
    perform keep_to_setting(new.tenant);
  end if;
  return null;
end $$;
revoke all on function setting_is_kept() from public;
create trigger desk_setting_is_kept after insert or update on desk_setting
  for each row execute function setting_is_kept();

-- A lead's day asks who was stopped lately.
create index event_by_stop on event (tenant, happened) where kind = 'stopped';

-- And what waits for its next event since an earlier change.
select keep_to_setting(d.tenant) from desk_setting d;
