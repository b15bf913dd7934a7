-- Why: who can do what is in the database, not in the app (design §5). The same rules as packages/domain
-- `succession.ts`; a property test holds the two to each other.

-- Where a report stands at a tenant, folded from its events; a corrected event is left out.
create type standing as (
  stage text,
  held boolean,
  opened_by uuid[],
  assessed boolean,
  -- Those of corrected assessments too: correcting one's own makes nobody a second person.
  assessed_by uuid[],
  drafts integer[],
  persons integer,
  decided integer[],
  messaged boolean
);

create function standing_of(of_tenant text, of_report uuid) returns standing
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  s standing := row('received', true, '{}', false, '{}', '{}', 0, '{}', false);
  e event;
begin
  for e in
    select v.* from event v
      where v.tenant = of_tenant and v.report = of_report
        -- What it was before it last arrived is history, not standing.
        and v.number >= coalesce((select max(a.number) from event a
          where a.tenant = of_tenant and a.report = of_report and a.kind = 'arrived'), 0)
        and not exists (select from event c
          where c.tenant = v.tenant and c.report = v.report and c.kind = 'corrected'
            and (c.detail ->> 'corrects')::integer = v.number)
      order by v.number
  loop
    case e.kind
      when 'opened' then s.opened_by := s.opened_by || e.person;
      when 'messaged' then s.messaged := s.messaged or e.person is not null;
      when 'assessed' then
        if s.stage = 'received' then s.stage := 'assessing'; end if;
        s.assessed := true;
        s.persons := (e.detail ->> 'persons')::integer;
      when 'intelligence-drafted' then s.drafts := s.drafts || e.number;
      when 'intelligence-returned' then s.drafts := array_remove(s.drafts, (e.detail ->> 'draft')::integer);
      when 'intelligence-made' then
        s.drafts := array_remove(s.drafts, (e.detail ->> 'draft')::integer);
        if s.stage in ('received', 'assessing') then s.stage := 'intelligence'; end if;
      when 'investigating' then s.stage := 'investigating';
      when 'outcome' then s.decided := s.decided || (e.detail ->> 'person')::integer;
      when 'closed' then s.stage := 'closed';
      when 'reopened' then s.stage := 'assessing'; s.messaged := false;
      when 'transferred' then s.held := false;
      else null;
    end case;
  end loop;
  s.assessed_by := array(select distinct a.person from event a
    where a.tenant = of_tenant and a.report = of_report and a.kind = 'assessed'
      and a.number >= coalesce((select max(r.number) from event r
        where r.tenant = of_tenant and r.report = of_report and r.kind = 'arrived'), 0));
  return s;
end $$;

-- The first reason why `actor` may not let an event follow, or null where it may.
create function event_refusal(of_tenant text, of_report uuid, actor uuid, next_kind text, next_detail jsonb)
  returns text language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  s standing := standing_of(of_tenant, of_report);
  has_roles text[] := (select roles from staff where tenant = of_tenant and id = actor and active);
  is_lead boolean := coalesce('lead' = any (has_roles), false);
  is_officer boolean := coalesce('officer' = any (has_roles), false);
  may_write boolean := (select may_reply <> 'no' from report where tenant = of_tenant and id = of_report);
  allowed text[];
  draft event;
  target event;
begin
  if may_write is null or not s.held then return 'not-held'; end if;
  if next_kind in ('contacted', 'reported', 'routed', 'arrived') then return 'system-only'; end if;
  if not is_lead and not is_officer then return 'wrong-role'; end if;
  if not is_lead and next_kind in ('assigned', 'iopc-decided', 'iopc-answered', 'investigating', 'reviewed', 'outcome',
      'closed', 'reopened', 'referred') then return 'wrong-role'; end if;
  if not is_lead and next_kind = 'transferred' and of_tenant <> 'national-desk' then return 'wrong-role'; end if;

  allowed := case
    when next_kind in ('taken', 'assigned', 'assessed', 'transferred', 'referred')
      then array['received', 'assessing', 'intelligence', 'investigating']
    when next_kind in ('intelligence-drafted', 'intelligence-made', 'intelligence-returned', 'closed')
      then array['assessing', 'intelligence', 'investigating']
    when next_kind = 'outcome' then array['assessing', 'intelligence', 'investigating', 'closed']
    when next_kind = 'investigating' then array['assessing', 'intelligence']
    when next_kind = 'reopened' then array['closed']
    when next_kind in ('opened', 'danger-flagged', 'danger-acted', 'acknowledged', 'messaged', 'iopc-decided',
        'iopc-answered', 'reviewed', 'corrected')
      then array['received', 'assessing', 'intelligence', 'investigating', 'closed']
    else '{}'
  end;
  if not s.stage = any (allowed) then return 'wrong-stage'; end if;

  if next_kind in ('assessed', 'intelligence-drafted', 'intelligence-made', 'intelligence-returned', 'investigating',
      'outcome', 'closed', 'transferred') and not actor = any (s.opened_by) then return 'not-opened'; end if;

  if next_kind = 'assessed' then
    if s.assessed then return 'already-assessed'; end if;
    if exists (select from unnest(s.decided) d where d > (next_detail ->> 'persons')::integer) then
      return 'no-such-person';
    end if;
  elsif next_kind in ('intelligence-made', 'intelligence-returned') then
    if not coalesce((next_detail ->> 'draft')::integer = any (s.drafts), false) then return 'no-such-draft'; end if;
    select * into draft from event e
      where e.tenant = of_tenant and e.report = of_report and e.number = (next_detail ->> 'draft')::integer;
    if draft.person = actor then return 'second-person'; end if;
  elsif next_kind = 'outcome' then
    if not coalesce((next_detail ->> 'person')::integer between 1 and s.persons, false) then
      return 'no-such-person';
    end if;
    if (next_detail ->> 'person')::integer = any (s.decided) then return 'already-decided'; end if;
  elsif next_kind = 'closed' then
    if not s.assessed then return 'not-assessed'; end if;
    if cardinality(s.drafts) > 0 then return 'draft-waiting'; end if;
    if cardinality(s.decided) < s.persons then return 'outcomes-missing'; end if;
    if may_write and not s.messaged then return 'message-missing'; end if;
    if s.assessed_by = array[actor] then return 'second-person'; end if;
  elsif next_kind = 'corrected' then
    select * into target from event e
      where e.tenant = of_tenant and e.report = of_report and e.number = (next_detail ->> 'corrects')::integer;
    if target.number is null
      or target.kind not in ('assessed', 'intelligence-made', 'investigating', 'outcome', 'closed')
      or exists (select from event c where c.tenant = of_tenant and c.report = of_report and c.kind = 'corrected'
        and (c.detail ->> 'corrects')::integer = target.number)
      or target.kind = 'closed' and exists (select from event o where o.tenant = of_tenant and o.report = of_report
        and o.kind = 'reopened' and o.number > target.number) then return 'not-correctable'; end if;
    if not is_lead and target.person <> actor then return 'wrong-role'; end if;
  end if;
  return null;
end $$;

-- Runs as whoever inserts: a tenant's login writes what its people do, on its own reports, and nothing of the system's.
create function event_is_ours() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if pg_has_role('tenant', 'usage') and (new.tenant <> current_user or new.person is null) then
    raise exception 'Not a report of this desk.' using errcode = '42501';
  end if;
  return new;
end $$;

-- Runs as the owner: numbers the event, dates it by the database's own clock, and refuses what may not follow.
-- Errors the app puts into words: CD001 somebody was first, CD002 may not follow (the reason is the message).
create function event_may_follow() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r report;
  refusal text;
begin
  if tg_relid <> 'public.event'::regclass then raise exception 'event_may_follow is for the table event'; end if;
  if new.person is null then
    return new; -- the system's: the function that inserts it has set all it carries
  end if;
  select * into r from report where tenant = new.tenant and id = new.report for update;
  if r.id is null then raise exception 'not-held' using errcode = 'CD002'; end if;
  if new.number is not null and new.number <> r.last_number + 1 then
    raise exception 'Somebody was first.' using errcode = 'CD001';
  end if;
  new.number := r.last_number + 1;
  new.at := moment();
  new.recorded := today();
  new.happened := new.recorded;
  new.line := r.line;
  new.channel := r.channel;
  new.routed_to := r.routed_to;
  new.opened_in := case when new.kind = 'opened' then pg_current_xact_id() end;
  refusal := event_refusal(new.tenant, new.report, new.person, new.kind, new.detail);
  if refusal is not null then raise exception '%', refusal using errcode = 'CD002'; end if;
  return new;
end $$;

-- Keeps the queue's columns in step with the events, from which they derive.
create function event_moves_report() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_relid <> 'public.event'::regclass then raise exception 'event_moves_report is for the table event'; end if;
  if new.person is null then return null; end if;
  update report set
    last_number = new.number,
    stage = case when new.kind in ('assessed', 'intelligence-made', 'investigating', 'closed', 'reopened', 'corrected')
      then (standing_of(new.tenant, new.report)).stage else stage end,
    opened = opened or new.kind = 'opened',
    holder = case new.kind
      when 'taken' then new.person
      when 'assigned' then (new.detail ->> 'to')::uuid
      else holder end,
    danger_hour = case when new.kind = 'danger-acted' then null else danger_hour end,
    urgency = case new.kind when 'danger-acted' then 2 when 'danger-flagged' then 0 else urgency end,
    -- Review each stage within three months (domain rules §6).
    due = case when new.kind in ('assessed', 'intelligence-made', 'investigating', 'reviewed', 'reopened')
      then (new.happened + interval '3 months')::date else due end
  where tenant = new.tenant and id = new.report;
  -- Whoever assesses has read it: the key that came with it opens, and the sender's is no longer needed.
  if new.kind = 'assessed' then
    delete from wrap w where w.tenant = new.tenant and w.report = new.report and starts_with(w.holder, 'kept:');
  end if;
  return null;
end $$;

create trigger event_1_is_ours before insert on event for each row execute function event_is_ours();
create trigger event_2_may_follow before insert on event for each row execute function event_may_follow();
create trigger event_3_moves_report after insert on event for each row execute function event_moves_report();
