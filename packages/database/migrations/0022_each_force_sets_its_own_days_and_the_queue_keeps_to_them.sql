-- Why: what is due next follows from what has happened, by each force's own days within the national limits. The same
-- rules as packages/domain `clock.ts`; a property test holds the two to each other.

create table desk_setting (
  tenant text primary key references tenant,
  -- Working days, working days, days, months: never longer than nationally (domain rules §6).
  acknowledge smallint not null default 1 check (acknowledge between 0 and 1),
  assess smallint not null default 5 check (assess between 1 and 5),
  update smallint not null default 28 check (update between 1 and 28),
  review smallint not null default 3 check (review between 1 and 3),
  -- Who opens what somebody else holds: all of the unit, or the holder and leads alone, others with a reason first.
  opening text not null default 'holder-and-lead' check (opening in ('unit', 'holder-and-lead')),
  -- Rung by the national desk where somebody in danger waits; no content is needed for that.
  on_call text check (on_call ~ '^[0-9+() -]{3,30}$'),
  -- New reports go to the national desk between these hours, in Europe/London; over midnight where `from` is later.
  divert_from time,
  divert_to time,
  check ((divert_from is null) = (divert_to is null)),
  check (divert_from <> divert_to)
);
alter table desk_setting enable row level security;
alter table desk_setting force row level security;
create policy desk_setting_all_by_owner on desk_setting to owner using (true) with check (true);
-- The national desk knows whom to ring.
create policy desk_setting_read_by_its_tenant on desk_setting for select to tenant
  using (tenant = (select current_tenant()) or (select current_tenant()) = 'national-desk');
grant select on desk_setting to tenant;

-- A lead's to change.
create function set_desk_setting(the_person uuid, the_acknowledge integer, the_assess integer, the_update integer,
    the_review integer, the_opening text, the_on_call text, the_divert_from time, the_divert_to time)
  returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from staff s where s.tenant = session_user and s.id = the_person and s.active
      and 'lead' = any (s.roles)) then
    raise exception 'wrong-role' using errcode = 'CD002';
  end if;
  insert into desk_setting values (session_user, the_acknowledge, the_assess, the_update, the_review, the_opening,
      the_on_call, the_divert_from, the_divert_to)
    on conflict (tenant) do update set acknowledge = excluded.acknowledge, assess = excluded.assess,
      update = excluded.update, review = excluded.review, opening = excluded.opening, on_call = excluded.on_call,
      divert_from = excluded.divert_from, divert_to = excluded.divert_to;
end $$;
grant execute on function set_desk_setting(uuid, integer, integer, integer, integer, text, text, time, time) to tenant;

-- The day that a report's first clocks count from: the next one where it comes after 17:00. The hour itself is forgotten.
alter table report add column counted_from date;
update report set counted_from = day;
alter table report alter column counted_from set not null;

create function count_from(received date) returns date
  language sql stable security definer set search_path = public, pg_temp
  return case when received = today() and extract(hour from moment() at time zone 'Europe/London') >= 17
    then received + 1 else received end;

-- From no day there is no working day; it would be looked for without end.
alter function add_working_days(date, integer) strict;

create function next_working_day(from_day date) returns date
  language sql stable security definer set search_path = public, pg_temp
  return add_working_days(from_day - 1, 1);

-- Days of pauses that have ended, after `start`: what stands still now moves its day once it goes on.
create function paused_days(froms date[], tos date[], start date) returns integer language sql immutable
  return coalesce((select sum(greatest(0, p.until - greatest(p.since, start)))::integer
    from unnest(froms, tos) p (since, until) where p.until is not null), 0);

-- The first due of a report's clocks that run; null where none does.
create function due_of(of_tenant text, of_report uuid) returns date
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  r report;
  setting desk_setting;
  e event;
  acknowledged boolean := false;
  to_accept boolean := false;
  assessed boolean := false;
  set_aside boolean := false;
  closed boolean := false;
  iopc date;
  disputed date;
  message date;
  stage_day date;
  explained date;
  hearing date;
  froms date[] := '{}';
  tos date[] := '{}';
  paused boolean := false;
  due date;
begin
  select * into r from report where tenant = of_tenant and id = of_report;
  select * into setting from desk_setting d where d.tenant = of_tenant;
  setting.acknowledge := coalesce(setting.acknowledge, 1);
  setting.assess := coalesce(setting.assess, 5);
  setting.update := coalesce(setting.update, 28);
  setting.review := coalesce(setting.review, 3);
  for e in
    select v.* from event v
      where v.tenant = of_tenant and v.report = of_report
        and v.number >= coalesce((select max(a.number) from event a
          where a.tenant = of_tenant and a.report = of_report and a.kind = 'arrived'), 0)
        and not is_corrected(v)
      order by v.number
  loop
    if e.kind in ('acknowledged', 'messaged') and e.person is not null then acknowledged := true; end if;
    if e.kind in ('assessed', 'intelligence-made', 'investigating', 'reviewed', 'reopened') then
      stage_day := e.happened;
    end if;
    case e.kind
      when 'arrived' then to_accept := not e.detail ? 'referral';
      when 'accepted' then to_accept := false;
      when 'assessed' then
        to_accept := false;
        assessed := true;
        iopc := case when e.detail -> 'grounds' <> '[]' then e.happened end;
      when 'iopc-decided' then iopc := null;
      when 'disputed' then disputed := e.happened;
      when 'dispute-answered' then disputed := null;
      when 'messaged' then if e.person is not null then message := e.happened; end if;
      when 'milestone' then
        case e.detail ->> 'which'
          when 'explained' then explained := e.happened;
          when 'hearing-ended' then hearing := e.happened;
          when 'outcome-reported' then hearing := null;
          else null;
        end case;
      when 'paused' then froms := froms || e.happened; tos := tos || null::date; paused := true;
      when 'resumed' then
        if paused then tos[cardinality(tos)] := e.happened; paused := false; end if;
      when 'set-aside' then set_aside := true; closed := true; to_accept := false;
      when 'closed' then closed := true; set_aside := false;
      when 'reopened' then closed := false; set_aside := false; disputed := null;
      else null;
    end case;
  end loop;

  due := least(
    case when r.may_reply <> 'no' and not acknowledged and not closed
      then add_working_days(r.counted_from, setting.acknowledge) end,
    case when to_accept then add_working_days(r.counted_from, 2) end,
    iopc + 1,
    add_working_days(disputed, 5),
    (select min(a.due) from awaited a where a.tenant = of_tenant and a.report = of_report and a.what = 'task'));
  if paused then return due; end if;
  return least(due,
    case when not assessed and not set_aside then next_working_day(
      add_working_days(r.counted_from, setting.assess) + paused_days(froms, tos, r.counted_from)) end,
    case when r.may_reply <> 'no' and not closed then message + setting.update + paused_days(froms, tos, message) end,
    case when not closed then
      (stage_day + make_interval(months => setting.review))::date + paused_days(froms, tos, stage_day) end,
    case when not closed then coalesce((explained + interval '6 months')::date + paused_days(froms, tos, explained),
      (r.counted_from + interval '12 months')::date + paused_days(froms, tos, r.counted_from)) end,
    next_working_day(add_working_days(hearing, 5) + paused_days(froms, tos, hearing)));
end $$;

-- What the queue sorts by. Whoever is in danger was due on the day that it was said, and stays so until a person acts;
-- where every clock stands still, nothing is due.
create function queue_due(of_tenant text, of_report uuid, the_urgency integer, was date) returns date
  language sql stable security definer set search_path = public, pg_temp
  return least(case when the_urgency = 0 then least(was, today()) end,
    coalesce(due_of(of_tenant, of_report), date '9999-12-31'));

create function report_is_counted() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  setting desk_setting;
begin
  if tg_relid <> 'public.report'::regclass then raise exception 'report_is_counted is for the table report'; end if;
  select * into setting from desk_setting d where d.tenant = new.tenant;
  new.counted_from := coalesce(new.counted_from, count_from(new.day));
  new.due := case when new.danger = 'now' then new.day else least(
    case when new.may_reply <> 'no' then add_working_days(new.counted_from, coalesce(setting.acknowledge, 1)) end,
    add_working_days(new.counted_from, coalesce(setting.assess, 5))) end;
  return new;
end $$;
create trigger report_is_counted before insert on report for each row execute function report_is_counted();

select change_function('event_moves_report', $$  -- Whoever assesses has read it$$, $$  -- What happens most meets no clock and starts none.
  if new.kind not in ('opened', 'indexed', 'printed', 'noted', 'concerned', 'matched', 'taken', 'assigned') then
    update report r set due = queue_due(new.tenant, new.report, r.urgency, r.due)
      where r.tenant = new.tenant and r.id = new.report;
  end if;
  -- Whoever assesses has read it$$);
select change_function('event_moves_report', $$,
    -- Review each stage within three months (domain rules §6).
    due = case when new.kind in ('assessed', 'intelligence-made', 'investigating', 'reviewed', 'reopened')
      then (new.happened + interval '3 months')::date else due end$$, '');
select change_function('transfer_report', $$due = first_due(today(), danger)$$, $$counted_from = count_from(today())$$);
select change_function('transfer_report', $$  update mailbox set holder = the_target where report = the_report;$$, $$  update report u set due = queue_due(the_target, the_report, u.urgency, u.due)
    where u.tenant = the_target and u.id = the_report;
  update mailbox set holder = the_target where report = the_report;$$);
-- The desk that gets a copy counts from the day it does.
select change_function('refer_report', $$urgency, due, last_number)$$, $$urgency, due, last_number, counted_from)$$);
select change_function('refer_report', $$first_due(today(), r.danger), 1);$$, $$today(), 1, count_from(today()));$$);
