-- Why: a desk that stops must be heard of by the hour: which of its clocks is overdue since when, how long somebody in
-- danger waits for it, and when anybody who works its reports last signed in. Nothing here is a row about one report.

-- Each clock of a report that runs and the day that it is due, by the rules of packages/domain `clock.ts`; one that is met,
-- stands still or never began is null. As 0035 has it, whose view gave the first of them only.
create view report_clocks as
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
  select s.tenant, s.report,
      case when s.may_write and s.acknowledged is not true and not s.closed
        then add_working_days(s.counted_from, s.acknowledge) end as acknowledge,
      case when s.to_accept then add_working_days(s.counted_from, 2) end as accept,
      s.iopc_day + 1 as iopc,
      add_working_days(s.disputed_day, 5) as dispute,
      (select min(a.due) from awaited a where a.tenant = s.tenant and a.report = s.report and a.what = 'task') as task,
      case when not s.paused and not s.assessed and not s.set_aside then next_working_day(
        add_working_days(s.counted_from, s.assess) + paused_days(s.froms, s.tos, s.counted_from)) end as assess,
      case when not s.paused and s.may_write and not s.closed
        then s.message_day + s.update + paused_days(s.froms, s.tos, s.message_day) end as update,
      case when not s.paused and not s.closed then (s.stage_day + make_interval(months => s.review))::date
        + paused_days(s.froms, s.tos, s.stage_day) end as review,
      case when not s.paused and not s.closed then coalesce(
        (s.explained_day + interval '6 months')::date + paused_days(s.froms, s.tos, s.explained_day),
        (s.counted_from + interval '12 months')::date + paused_days(s.froms, s.tos, s.counted_from)) end as explain,
      case when not s.paused then next_working_day(
        add_working_days(s.hearing_day, 5) + paused_days(s.froms, s.tos, s.hearing_day)) end as outcome_report
    from standing s;

create or replace view report_due as
  select c.tenant, c.report, least(c.acknowledge, c.accept, c.iopc, c.dispute, c.task, c.assess, c.update, c.review, c.explain,
      c.outcome_report) as due
    from report_clocks c;

-- The reports in danger on which nobody has acted, and since when.
create view danger_unanswered as
  select r.tenant, each.since
    from report r
      cross join lateral (select coalesce(r.danger_hour, (select max(e.at) from event e
        where e.tenant = r.tenant and e.report = r.id and e.kind = 'danger-flagged')) as since) each
    where r.stage <> 'closed' and r.urgency = 0;

select change_function('danger_waiting', $$        select count(*)::integer as waiting, min(each.since) as since
          from report r
            cross join lateral (select coalesce(r.danger_hour, (select max(e.at) from event e
              where e.tenant = r.tenant and e.report = r.id and e.kind = 'danger-flagged')) as since) each
          where r.tenant = k.tenant and r.stage <> 'closed' and r.urgency = 0
            and each.since <= moment() - interval '1 hour') w on true$$,
  $$        select count(*)::integer as waiting, min(u.since) as since
          from danger_unanswered u where u.tenant = k.tenant and u.since <= moment() - interval '1 hour') w on true$$);

-- The last sign-in at each open desk of anybody who works its reports, to the hour; never who. Making the desk's key is one.
create table desk_sign_in (
  tenant text primary key references tenant,
  hour timestamptz not null check (hour = date_trunc('hour', hour))
);
alter table desk_sign_in enable row level security;
alter table desk_sign_in force row level security;
create policy desk_sign_in_all_by_owner on desk_sign_in to owner using (true) with check (true);
create policy desk_sign_in_read_by_national on desk_sign_in for select to national using (true);
grant select on desk_sign_in to national;

create function note_sign_in(of_tenant text) returns void
  language sql security definer set search_path = public, pg_temp as $$
  insert into desk_sign_in (tenant, hour) values (of_tenant, date_trunc('hour', moment()))
    on conflict (tenant) do update set hour = excluded.hour where desk_sign_in.hour < excluded.hour
$$;
revoke all on function note_sign_in(text) from public;

select change_function('start_session', $$  if not found then raise exception 'No such person.' using errcode = '42501'; end if;$$,
  $$  if not found then raise exception 'No such person.' using errcode = '42501'; end if;
  perform note_sign_in(s.tenant) from staff s
    where s.id = the_person and s.roles && array['officer', 'lead'];$$);

create function desk_is_opened() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_relid <> 'public.inbox_key'::regclass then raise exception 'desk_is_opened is for the table inbox_key'; end if;
  perform note_sign_in(new.tenant);
  return null;
end $$;
revoke all on function desk_is_opened() from public;
create trigger inbox_key_opens_desk after insert on inbox_key for each row execute function desk_is_opened();

-- Of a desk of whose sign-ins nothing is kept any more, silence counts from now.
insert into desk_sign_in (tenant, hour)
  select k.tenant, date_trunc('hour', coalesce(max(x.started), now()))
    from inbox_key k
      left join staff s on s.tenant = k.tenant and s.roles && array['officer', 'lead']
      left join session x on x.tenant = s.tenant and x.person = s.id
    group by k.tenant;

-- What each desk's overdue clocks come to: of each clock how many reports, and since when the oldest. A danger has no day:
-- it is overdue after an hour, and says how many hours the oldest has waited. The columns are a desk's, never a report's.
create function overdue_clocks()
  returns table (tenant text, clock text, overdue integer, due date, hours integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  with late as materialized (
    -- A report's own due day is that of its first running clock, so the others needn't be looked at.
    select r.tenant, r.id from report r where r.stage <> 'closed' and r.due < today()
  )
  select c.tenant, each.clock, count(*)::integer, min(each.due), null::integer
    from late l
      cross join lateral (select * from report_clocks of where of.tenant = l.tenant and of.report = l.id) c
      cross join lateral (values ('acknowledge', c.acknowledge), ('accept', c.accept), ('iopc', c.iopc), ('dispute', c.dispute),
        ('task', c.task), ('assess', c.assess), ('update', c.update), ('review', c.review), ('explain', c.explain),
        ('outcome-report', c.outcome_report)) each (clock, due)
    where each.due < today()
    group by c.tenant, each.clock
  union all
  select u.tenant, 'danger', count(*)::integer, null, max(floor(extract(epoch from moment() - u.since) / 3600))::integer
    from danger_unanswered u where u.since <= moment() - interval '1 hour' group by u.tenant
$$;

-- Of what desks handed to each other, how much nobody has accepted or returned yet, and how much for over two working days.
create function unaccepted_transfers()
  returns table (sender text, receiver text, waiting integer, overdue integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select r.came_from, r.tenant, count(*)::integer,
      count(*) filter (where add_working_days(r.counted_from, 2) < today())::integer
    from report r where r.came_from is not null and r.stage <> 'closed' group by 1, 2 order by 1, 2
$$;

-- Whom the national body rings: each open desk's number, where its lead has given one.
create function numbers_to_ring() returns table (tenant text, on_call text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select d.tenant, d.on_call from desk_setting d where d.on_call is not null
$$;

revoke all on function overdue_clocks(), unaccepted_transfers(), numbers_to_ring() from public;
grant execute on function overdue_clocks(), unaccepted_transfers(), numbers_to_ring() to national;
