-- Why: a reporter comes back with the receipt, reads what the team wrote, answers, and says that it isn't over.

-- One message of a report's thread, sealed under the thread's key. It moves with its report; the old desk keeps the event.
create table message (
  tenant text not null,
  report uuid not null,
  from_reporter boolean not null,
  -- From 0, within its direction: a place in the thread that tells nobody how much happened between.
  number integer not null check (number between 0 and 9999),
  day date not null,
  sealed bytea not null check (length(sealed) between 1 and 262144),
  -- The reporter's voice, and what tells a repeat apart; neither for the team's.
  signature bytea check (length(signature) = 64),
  digest bytea check (length(digest) = 32),
  -- Out of the reporter's sight: the team keeps its copy.
  removed boolean not null default false,
  primary key (tenant, report, from_reporter, number),
  foreign key (tenant, report) references report (tenant, id) on update cascade,
  check (from_reporter = (signature is not null) and from_reporter = (digest is not null))
);
alter table message alter column sealed set storage external;
alter table message alter tenant set statistics 0;
alter table message enable row level security;
alter table message force row level security;
create policy message_all_by_owner on message to owner using (true) with check (true);
create policy message_read_by_its_tenant on message for select to tenant using (tenant = (select current_tenant()));
grant select on message to tenant;

alter table report
  -- The reporter wrote, and nobody has opened the report since.
  add column message_waiting boolean not null default false,
  -- The reporter says that it isn't over, and a lead has to answer.
  add column disputed boolean not null default false,
  -- The stage that a lead lets the reporter see, beyond opened, moved and finished.
  add column released text check (released in ('assessing', 'intelligence', 'investigating'));
create index report_by_dispute on report (tenant, due, id) where disputed;
create index report_by_message on report (tenant, due, id) where message_waiting;

alter type standing add attribute disputed boolean;

-- As before, and: a message names its place in the thread; a reporter may say that it isn't over, and a lead answers;
-- a lead may release the stage.
create or replace function detail_fits(kind text, detail jsonb) returns boolean language plpgsql immutable as $$
declare
  threats constant text[] := array['disclosure', 'systems', 'apsp', 'sexual-misconduct', 'ppda', 'discrimination',
    'association', 'justice', 'authority', 'theft-fraud', 'credit', 'commodity', 'drugs', 'infiltration', 'interests',
    'vulnerability'];
  grounds constant text[] := array['dsi', 'assault', 'sexual-offence', 'corruption', 'apsp', 'discrimination',
    'relevant-offence', 'same-incident', 'chief'];
  grading jsonb := detail -> 'grading';
  names text[] := array(select jsonb_object_keys(detail) order by 1);
begin
  return coalesce(case
    when kind in ('contacted', 'taken', 'danger-flagged', 'acknowledged', 'investigating', 'reviewed',
        'closed', 'reopened', 'disputed', 'dispute-answered') then names = '{}'
    when kind = 'messaged' then names = '{}' or names = '{message}' and is_whole(detail -> 'message', 0, 9999)
    when kind = 'stage-released' then names = '{stage}'
      and detail ->> 'stage' in ('assessing', 'intelligence', 'investigating')
    when kind = 'reported' then names = '{categories}' and is_code_list(detail -> 'categories',
      array['favours', 'advantage', 'sexual', 'partner', 'discrimination', 'other', 'unsure'], 7)
    when kind = 'routed' then names = '{reason}' and detail ->> 'reason' in ('found', 'chosen', 'unknown',
      'reporter-chose-desk', 'standards-unit', 'chief-officer', 'desk-not-open')
    when kind = 'opened' then names = '{reason}'
      and detail ->> 'reason' in ('own', 'assign', 'cover', 'review', 'other')
    when kind = 'assigned' then names = '{to}'
      and detail ->> 'to' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    when kind = 'danger-acted' then names = '{did}'
      and detail ->> 'did' in ('rang-999', 'told-duty-officer', 'safeguarding', 'no-danger')
    when kind = 'assessed' then names = '{grounds,others,persons,severity,threat}'
      and detail ->> 'threat' = any (threats) and is_code_list(detail -> 'others', threats, 15)
      and detail ->> 'severity' in ('none', 'practice', 'misconduct', 'gross', 'criminal')
      and is_whole(detail -> 'persons', 0, 99) and is_code_list(detail -> 'grounds', grounds, 9)
    when kind = 'intelligence-drafted' then names = '{grading}'
      and grading - array['source', 'information', 'handling', 'action', 'sanitising'] = '{}'
      and grading ->> 'source' in ('1', '2', '3') and grading ->> 'information' in ('A', 'B', 'C', 'D', 'E')
      and case grading ->> 'handling'
        when 'P' then not grading ?| array['action', 'sanitising']
        when 'C' then grading ->> 'action' in ('A1', 'A2', 'A3') and grading ->> 'sanitising' in ('S1', 'S2')
      end
    when kind = 'intelligence-made' then names = '{draft,others,threat}'
      and is_whole(detail -> 'draft', 1, 9999)
      and detail ->> 'threat' = any (threats) and is_code_list(detail -> 'others', threats, 15)
    when kind = 'intelligence-returned' then names = '{draft}' and is_whole(detail -> 'draft', 1, 9999)
    when kind = 'iopc-decided' then names = '{grounds,refer}' and jsonb_typeof(detail -> 'refer') = 'boolean'
      and is_code_list(detail -> 'grounds', grounds, 9)
    when kind = 'iopc-answered' then names = '{mode}'
      and detail ->> 'mode' in ('independent', 'directed', 'local', 'returned')
    when kind = 'outcome' then names = '{outcome,person}' and is_whole(detail -> 'person', 1, 9999)
      and detail ->> 'outcome' in ('proven-no-action', 'written-warning', 'final-warning', 'rank', 'dismissed',
        'would-dismiss', 'staff-sanction', 'convicted', 'caution', 'no-case', 'meeting-not-proven',
        'hearing-not-proven', 'reflective', 'acquitted', 'nfa-insufficient', 'nfa-unidentified', 'nfa-not-police',
        'intelligence-kept', 'referred-out', 'safeguarded', 'charged', 'discontinued', 'left', 'vetting-withdrawn')
    when kind in ('transferred', 'referred') then names = '{to}' and detail ->> 'to' ~ '^[a-z]+(-[a-z]+)*$'
    when kind = 'arrived' then names in ('{from}', '{from,number}', '{from,referral}')
      and detail ->> 'from' ~ '^[a-z]+(-[a-z]+)*$'
      and (not detail ? 'number' or is_whole(detail -> 'number', 1, 9999))
      and (not detail ? 'referral' or detail -> 'referral' = 'true')
    when kind = 'corrected' then names = '{corrects}' and is_whole(detail -> 'corrects', 1, 9999)
  end, false);
end $$;

create or replace function standing_of(of_tenant text, of_report uuid) returns standing
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  s standing := row('received', true, '{}', false, '{}', '{}', 0, '{}', false, false);
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
      when 'reopened' then s.stage := 'assessing'; s.messaged := false; s.disputed := false;
      when 'disputed' then s.disputed := true;
      when 'dispute-answered' then s.disputed := false;
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

create or replace function event_refusal(of_tenant text, of_report uuid, actor uuid, next_kind text, next_detail jsonb)
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
  if next_kind in ('contacted', 'reported', 'routed', 'arrived', 'disputed') then return 'system-only'; end if;
  if not is_lead and not is_officer then return 'wrong-role'; end if;
  if not is_lead and next_kind in ('assigned', 'iopc-decided', 'iopc-answered', 'investigating', 'reviewed', 'outcome',
      'closed', 'reopened', 'referred', 'dispute-answered', 'stage-released') then return 'wrong-role'; end if;
  if not is_lead and next_kind = 'transferred' and of_tenant <> 'national-desk' then return 'wrong-role'; end if;

  allowed := case
    when next_kind in ('taken', 'assigned', 'assessed', 'transferred', 'referred')
      then array['received', 'assessing', 'intelligence', 'investigating']
    when next_kind in ('intelligence-drafted', 'intelligence-made', 'intelligence-returned', 'closed')
      then array['assessing', 'intelligence', 'investigating']
    when next_kind = 'outcome' then array['assessing', 'intelligence', 'investigating', 'closed']
    when next_kind = 'investigating' then array['assessing', 'intelligence']
    when next_kind = 'reopened' then array['closed']
    when next_kind = 'stage-released' then array[next_detail ->> 'stage']
    when next_kind in ('opened', 'danger-flagged', 'danger-acted', 'acknowledged', 'messaged', 'iopc-decided',
        'iopc-answered', 'reviewed', 'corrected', 'dispute-answered')
      then array['received', 'assessing', 'intelligence', 'investigating', 'closed']
    else '{}'
  end;
  if not s.stage = any (allowed) then return 'wrong-stage'; end if;

  if next_kind in ('assessed', 'intelligence-drafted', 'intelligence-made', 'intelligence-returned', 'investigating',
      'outcome', 'closed', 'transferred') and not actor = any (s.opened_by) then return 'not-opened'; end if;

  if next_kind = 'dispute-answered' and not s.disputed then return 'no-dispute'; end if;

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

create or replace function event_moves_report() returns trigger
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
    disputed = disputed and new.kind not in ('dispute-answered', 'reopened'),
    -- Whoever has read the report has its messages before them.
    message_waiting = message_waiting and new.kind not in ('opened', 'messaged'),
    released = case when new.kind = 'stage-released' then new.detail ->> 'stage'
      -- What was released of an earlier stage says nothing of a later one.
      when new.kind in ('assessed', 'intelligence-made', 'investigating', 'closed', 'reopened', 'corrected') then null
      else released end,
    due = case when new.kind in ('assessed', 'intelligence-made', 'investigating', 'reviewed', 'reopened')
      then (new.happened + interval '3 months')::date else due end
  where tenant = new.tenant and id = new.report;
  if new.kind = 'messaged' and new.words is not null and new.detail ? 'message' then
    if (new.detail ->> 'message')::integer <> (select count(*) from message m
        where m.tenant = new.tenant and m.report = new.report and not m.from_reporter) then
      raise exception 'Somebody was first.' using errcode = 'CD001';
    end if;
    insert into message (tenant, report, from_reporter, number, day, sealed)
      values (new.tenant, new.report, false, (new.detail ->> 'message')::integer, new.happened, new.words);
  end if;
  -- Whoever assesses has read it: the key that came with it opens, and the sender's is no longer needed.
  if new.kind = 'assessed' then
    delete from wrap w where w.tenant = new.tenant and w.report = new.report and starts_with(w.holder, 'kept:');
  end if;
  return null;
end $$;

-- As before, and: what a reporter's browser needs to open the thread and write into it, and no more.
drop function mailbox_state(bytea);
create function mailbox_state(address bytea)
  returns table (report uuid, holder text, state text, day date, moved boolean, sealed_for text, referral_of uuid,
    may_reply text, released text, disputed boolean, sent integer, last_sent bytea)
  language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.tenant,
      case when r.stage = 'closed' then 'finished' when r.opened then 'opened' else 'waiting' end,
      r.day, r.tenant <> r.sealed_for, r.sealed_for, each.referral_of, r.may_reply, case when r.released = r.stage then r.released end, r.disputed,
      coalesce(last.number + 1, 0), sha256(last.sealed)
    from mailbox told
      join mailbox each on each.report = told.report or each.referral_of = told.report
      join report r on r.tenant = each.holder and r.id = each.report
      left join lateral (select m.number, m.sealed from message m
        where m.tenant = r.tenant and m.report = r.id and m.from_reporter order by m.number desc limit 1) last on true
    where told.hash = sha256(address)
    order by each.referral_of is not null, r.tenant, r.id
$$;

-- The messages of a mailbox that were not removed, the newest hundred of each copy.
create function mailbox_messages(address bytea)
  returns table (report uuid, from_reporter boolean, number integer, day date, sealed bytea, previous bytea)
  language sql stable security definer set search_path = public, pg_temp as $$
  select newest.*
    from mailbox told
      join mailbox each on each.report = told.report or each.referral_of = told.report
      cross join lateral (
        select m.report, m.from_reporter, m.number, m.day, m.sealed,
            (select sha256(p.sealed) from message p where p.tenant = m.tenant and p.report = m.report
              and p.from_reporter and m.from_reporter and p.number = m.number - 1)
          from message m where m.tenant = each.holder and m.report = each.report and not m.removed
          order by m.day desc, m.number desc limit 100) newest
    where told.hash = sha256(address)
    order by newest.day, newest.number, newest.from_reporter
$$;

-- One message of the reporter's. Answers 'stored', 'same' for a repeat, 'taken' where another message has its place
-- (read the thread again), 'full' for today, or 'none' where the address opens no such report.
create function write_message(address bytea, the_report uuid, the_kind text, the_number integer, the_sealed bytea,
    the_signature bytea, the_digest bytea, the_may_reply text)
  returns text language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
  r report;
  known message;
begin
  select b.* into r from mailbox told
    join mailbox each on each.report = told.report or each.referral_of = told.report
    join report b on b.tenant = each.holder and b.id = each.report
    where told.hash = sha256(address) and b.id = the_report for update of b;
  if r.id is null then return 'none'; end if;
  select * into known from message m
    where m.tenant = r.tenant and m.report = r.id and m.from_reporter and m.number = the_number;
  if known.digest = the_digest then return 'same'; end if;
  if the_number <> (select count(*) from message m
      where m.tenant = r.tenant and m.report = r.id and m.from_reporter) then return 'taken'; end if;
  if (select count(*) from message m
      where m.tenant = r.tenant and m.report = r.id and m.from_reporter and m.day = today()) >= 50 then
    return 'full';
  end if;
  if the_kind not in ('message', 'may-reply', 'not-over') or (the_kind = 'may-reply') <> (the_may_reply is not null)
    or the_kind = 'not-over' and r.stage <> 'closed' then
    raise exception 'No such message.' using errcode = '22023';
  end if;
  insert into message (tenant, report, from_reporter, number, day, sealed, signature, digest)
    values (r.tenant, r.id, true, the_number, today(), the_sealed, the_signature, the_digest);
  insert into event (tenant, report, number, kind, happened, recorded, detail, line, channel, routed_to)
    select r.tenant, r.id, r.last_number + e.place, e.kind, today(), today(), e.detail, r.line, r.channel, r.routed_to
    from (values
      (1, 'messaged', jsonb_build_object('message', the_number)),
      (2, 'disputed', '{}'::jsonb)) e (place, kind, detail)
    where e.kind = 'messaged' or the_kind = 'not-over';
  update report u set
      last_number = u.last_number + case when the_kind = 'not-over' then 2 else 1 end,
      may_reply = coalesce(the_may_reply, u.may_reply),
      message_waiting = true,
      disputed = u.disputed or the_kind = 'not-over',
      -- Five working days, as for a new report (domain rules §6, ours).
      due = case when the_kind = 'not-over' then add_working_days(today(), 5) else u.due end
    where u.tenant = r.tenant and u.id = r.id;
  return 'stored';
end $$;

-- Takes all messages so far out of the reporter's sight; answers how many.
create function remove_messages(address bytea) returns integer
  language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
  taken integer;
begin
  update message m set removed = true
    from mailbox told, mailbox each
    where told.hash = sha256(address) and (each.report = told.report or each.referral_of = told.report)
      and m.tenant = each.holder and m.report = each.report and not m.removed;
  get diagnostics taken = row_count;
  return taken;
end $$;

grant execute on function mailbox_state(bytea), mailbox_messages(bytea), remove_messages(bytea),
  write_message(bytea, uuid, text, integer, bytea, bytea, bytea, text) to intake;
