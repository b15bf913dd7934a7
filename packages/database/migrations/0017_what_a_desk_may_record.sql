-- Why: everything that a standards unit does up to the outcome is an event with who and when; what may follow is decided
-- here. The same rules as packages/domain `event.ts` and `succession.ts`; property tests hold them to each other.

alter table staff drop constraint staff_roles_check;
alter table staff add constraint staff_roles_check
  check (roles <@ array['officer', 'lead', 'auditor', 'figures', 'coordinator', 'call-handler'] and cardinality(roles) > 0);

alter table report
  -- Why its clocks stand still.
  add column paused text check (paused in ('court', 'iopc', 'other-investigation', 'reporter', 'other-body')),
  -- The only people of the desk who open it.
  add column restricted_to uuid[] check (cardinality(restricted_to) >= 2),
  -- The desk that handed it here, until somebody accepts or assesses it.
  add column came_from text references tenant;

-- What waits for somebody else at a report: a task for one person, a draft or an export for a second.
create table awaited (
  tenant text not null,
  report uuid not null,
  number integer not null,
  what text not null check (what in ('task', 'check', 'export')),
  -- Whose it is; null where anyone but its author may answer.
  person uuid,
  author uuid not null,
  due date,
  primary key (tenant, report, number)
);
create index awaited_by_person on awaited (tenant, person, due, report);
alter table awaited alter tenant set statistics 0;
alter table awaited enable row level security;
alter table awaited force row level security;
create policy awaited_all_by_owner on awaited to owner using (true) with check (true);
create policy awaited_read_by_its_tenant on awaited for select to tenant using (tenant = (select current_tenant()));
grant select on awaited to tenant;

create function is_uuid(value jsonb) returns boolean language sql immutable
  return coalesce(jsonb_typeof(value) = 'string' and value #>> '{}' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', false);

create function is_day(value jsonb) returns boolean language sql immutable
  return coalesce(jsonb_typeof(value) = 'string' and value #>> '{}' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
    and pg_input_is_valid(value #>> '{}', 'date'), false);
grant execute on function is_uuid(jsonb), is_day(jsonb) to tenant;

select change_function('detail_fits', $$kind in ('taken',$$, $$kind in ('indexed', 'message-allowed', 'withdrawn', 'resumed', 'accepted', 'unrestricted', 'taken',$$);
select change_function('detail_fits', $$'chief-officer', 'desk-not-open')$$, $$'chief-officer', 'diverted', 'desk-not-open')$$);
select change_function('detail_fits', $$    when kind = 'assessed' then names = '{grounds,others,persons,severity,threat}'$$, $$    when kind = 'stopped' then names = '{why}' and detail ->> 'why' in ('unit', 'line', 'surname')
    when kind = 'let-in' then names = '{who}' and is_uuid(detail -> 'who')
    when kind = 'concerned' then names = '{person}' and is_whole(detail -> 'person', 1, 99)
    when kind = 'matched' then names = '{other,person,report,same}' and is_whole(detail -> 'person', 1, 99)
      and is_whole(detail -> 'other', 1, 99) and is_uuid(detail -> 'report') and jsonb_typeof(detail -> 'same') = 'boolean'
    when kind in ('linked', 'unlinked') then names = '{report}' and is_uuid(detail -> 'report')
    when kind = 'noted' then names = '{nature}' and detail ->> 'nature' in ('fact', 'opinion')
    when kind = 'tasked' then names = '{due,for}' and is_uuid(detail -> 'for') and is_day(detail -> 'due')
    when kind = 'task-done' then names = '{task}' and is_whole(detail -> 'task', 1, 9999)
    when kind = 'milestone' then names = '{which}' and detail ->> 'which' in ('notice-served', 'interviewed',
      'evidence-secured', 'case-to-answer', 'meeting-set', 'hearing-set', 'hearing-ended', 'outcome-reported',
      'outcome-notified', 'explained')
    when kind = 'paused' then names = '{why}'
      and detail ->> 'why' in ('court', 'iopc', 'other-investigation', 'reporter', 'other-body')
    when kind = 'set-aside' then names = '{why}' and detail ->> 'why' in ('emergency', 'crime', 'service', 'grievance',
      'military', 'scotland', 'northern-ireland', 'data')
    when kind = 'restricted' then names = '{to}' and jsonb_typeof(detail -> 'to') = 'array'
      and jsonb_array_length(detail -> 'to') between 2 and 20
      and not exists (select from jsonb_array_elements(detail -> 'to') each(value) where not is_uuid(each.value))
    when kind in ('quarantined', 'quarantine-lifted') then names = '{file}' and is_uuid(detail -> 'file')
    when kind = 'printed' then names = '{paper}' and detail ->> 'paper' in ('report', 'intelligence', 'history',
      'iopc-referral', 'disclosure', 'decision-log')
    when kind = 'export-asked' then names = '{format}' and detail ->> 'format' in ('csv', 'json', 'bundle')
    when kind in ('export-allowed', 'exported') then names = '{asked}' and is_whole(detail -> 'asked', 1, 9999)
    when kind = 'transferred' and detail ? 'returned' then names = '{returned,to}' and detail -> 'returned' = 'true'
      and detail ->> 'to' ~ '^[a-z]+(-[a-z]+)*$'
    when kind = 'assessed' then detail - array['danger', 'conflict'] ?& array['grounds', 'others', 'persons', 'severity', 'threat']
      and detail - array['danger', 'conflict', 'grounds', 'others', 'persons', 'severity', 'threat'] = '{}'
      and (not detail ? 'danger' or jsonb_typeof(detail -> 'danger') = 'boolean')
      and (not detail ? 'conflict' or jsonb_typeof(detail -> 'conflict') = 'boolean')$$);

alter type standing add attribute messages integer, add attribute came_from text, add attribute paused boolean,
  add attribute named uuid[];

select change_function('standing_of', $$0, '{}', false, false);$$, $$0, '{}', false, false, 0, null, false, null);$$);
select change_function('standing_of', $$      when 'messaged' then s.messaged := s.messaged or e.person is not null;$$, $$      when 'arrived' then s.came_from := case when not e.detail ? 'referral' then e.detail ->> 'from' end;
      when 'accepted' then s.came_from := null;
      when 'message-allowed' then s.messages := 0;
      when 'paused' then s.paused := true;
      when 'resumed' then s.paused := false;
      when 'restricted' then s.named := array(select jsonb_array_elements_text(e.detail -> 'to')::uuid);
      when 'unrestricted' then s.named := null;
      when 'set-aside' then s.stage := 'closed';
      when 'messaged' then
        if e.person is not null then s.messaged := true; s.messages := s.messages + 1; end if;$$);
select change_function('standing_of', $$        s.assessed := true;$$, $$        s.assessed := true;
        s.came_from := null;$$);

-- Whether an event of that kind waits, and none of `answers` names it by `field` yet.
create function is_waiting(of_tenant text, of_report uuid, the_kind text, the_number integer, field text, answer text)
  returns boolean language sql stable security definer set search_path = public, pg_temp
  return exists (select from event e where e.tenant = of_tenant and e.report = of_report and e.number = the_number
      and e.kind = the_kind)
    and not exists (select from event a where a.tenant = of_tenant and a.report = of_report and a.kind = answer
      and (a.detail ->> field)::integer = the_number);

select change_function('event_refusal', $$  is_officer boolean := coalesce('officer' = any (has_roles), false);$$, $$  is_officer boolean := coalesce('officer' = any (has_roles), false);
  is_auditor boolean := coalesce('auditor' = any (has_roles), false);
  asked integer := (next_detail ->> 'asked')::integer;$$);
select change_function('event_refusal', $$  if not is_lead and not is_officer then return 'wrong-role'; end if;$$, $$  if not is_lead and not is_officer and not (is_auditor and next_kind in ('opened', 'indexed', 'stopped')) then
    return 'wrong-role';
  end if;$$);
select change_function('event_refusal', $$'dispute-answered', 'stage-released') then return 'wrong-role'; end if;$$, $$'dispute-answered', 'stage-released', 'set-aside', 'message-allowed', 'restricted', 'unrestricted', 'let-in',
      'quarantine-lifted', 'export-allowed') then return 'wrong-role'; end if;
  -- Two reports become one person's only with a lead's word (domain rules §12).
  if not is_lead and next_kind = 'matched' and (next_detail ->> 'same')::boolean then return 'wrong-role'; end if;$$);
select change_function('event_refusal', $$  allowed := case
$$, $$  if s.named is not null and not actor = any (s.named) then return 'restricted'; end if;
  allowed := case
    when next_kind in ('paused', 'accepted') then array['received', 'assessing', 'intelligence', 'investigating']
    when next_kind = 'set-aside' then array['received', 'assessing']
    when next_kind = 'milestone' then array['assessing', 'intelligence', 'investigating', 'closed']
    when next_kind in ('indexed', 'stopped', 'let-in', 'concerned', 'matched', 'linked', 'unlinked', 'noted', 'tasked',
        'task-done', 'message-allowed', 'withdrawn', 'resumed', 'restricted', 'unrestricted', 'quarantined',
        'quarantine-lifted', 'printed', 'export-asked', 'export-allowed', 'exported')
      then array['received', 'assessing', 'intelligence', 'investigating', 'closed']
$$);
select change_function('event_refusal', $$'outcome', 'closed', 'transferred') and not actor$$, $$'outcome', 'closed', 'transferred', 'referred', 'concerned', 'matched', 'noted', 'printed', 'restricted', 'unrestricted',
      'export-asked') and not actor$$);
select change_function('event_refusal', $$  if next_kind = 'dispute-answered' and$$, $$  if next_kind = 'assigned' and not (next_detail ->> 'to')::uuid = any (s.named) then return 'restricted'; end if;
  if next_kind = 'messaged' and not is_lead and s.messages >= 2 then return 'needs-lead'; end if;
  if next_kind = 'accepted' and s.came_from is null then return 'nothing-to-accept'; end if;
  if next_kind = 'transferred' and next_detail ? 'returned' and next_detail ->> 'to' is distinct from s.came_from then
    return 'nothing-to-accept';
  end if;
  if next_kind = 'paused' and s.paused then return 'already-paused'; end if;
  if next_kind = 'resumed' and not s.paused then return 'not-paused'; end if;
  if next_kind = 'restricted' and s.named is not null then return 'already-restricted'; end if;
  if next_kind = 'unrestricted' and s.named is null then return 'not-restricted'; end if;
  if next_kind = 'set-aside' then
    if cardinality(s.opened_by) = 0 then return 'not-opened'; end if;
    if cardinality(s.drafts) > 0 then return 'draft-waiting'; end if;
    if cardinality(s.decided) < s.persons then return 'outcomes-missing'; end if;
  end if;
  if next_kind = 'task-done' and not is_waiting(of_tenant, of_report, 'tasked', (next_detail ->> 'task')::integer, 'task',
      'task-done') then return 'no-such-task'; end if;
  if next_kind in ('export-allowed', 'exported') then
    select * into target from event e where e.tenant = of_tenant and e.report = of_report and e.number = asked;
    if not is_waiting(of_tenant, of_report, 'export-asked', asked, 'asked', next_kind) then return 'no-such-ask'; end if;
    if next_kind = 'export-allowed' and target.person = actor then return 'second-person'; end if;
    if next_kind = 'exported' and target.person <> actor then return 'no-such-ask'; end if;
    if next_kind = 'exported' and is_waiting(of_tenant, of_report, 'export-asked', asked, 'asked', 'export-allowed') then
      return 'second-person';
    end if;
  end if;
  if next_kind = 'dispute-answered' and$$);
select change_function('event_refusal', $$      or target.kind not in ('assessed', 'intelligence-made', 'investigating', 'outcome', 'closed')$$, $$      or target.kind not in ('assessed', 'intelligence-made', 'iopc-decided', 'iopc-answered', 'investigating',
        'milestone', 'outcome', 'closed', 'set-aside')$$);
select change_function('event_refusal', $$      or target.kind = 'closed' and exists$$, $$      or target.kind in ('closed', 'set-aside') and exists$$);

select change_function('event_moves_report', $$'investigating', 'closed', 'reopened', 'corrected')
      then (standing_of$$, $$'investigating', 'closed', 'set-aside', 'reopened', 'corrected')
      then (standing_of$$);
select change_function('event_moves_report', $$'investigating', 'closed', 'reopened', 'corrected') then null$$, $$'investigating', 'closed', 'set-aside', 'reopened', 'corrected') then null$$);
select change_function('event_moves_report', $$    disputed = disputed and$$, $$    paused = case when new.kind = 'paused' then new.detail ->> 'why' when new.kind <> 'resumed' then paused end,
    came_from = case when new.kind not in ('accepted', 'assessed') then came_from end,
    restricted_to = case when new.kind = 'restricted' then array(select jsonb_array_elements_text(new.detail -> 'to')::uuid)
      when new.kind <> 'unrestricted' then restricted_to end,
    disputed = disputed and$$);
select change_function('event_moves_report', $$  -- Whoever assesses has read it$$, $$  insert into awaited (tenant, report, number, what, person, author, due)
    select new.tenant, new.report, new.number, w.what, w.person, new.person, w.due
    from (values
      ('tasked', 'task', (new.detail ->> 'for')::uuid, case when new.kind = 'tasked' then (new.detail ->> 'due')::date end),
      ('intelligence-drafted', 'check', null, null),
      ('export-asked', 'export', null, null)) w (kind, what, person, due)
    where w.kind = new.kind;
  delete from awaited a where a.tenant = new.tenant and a.report = new.report and (
    new.kind = 'transferred'
    or a.number = case
      when new.kind = 'task-done' then (new.detail ->> 'task')::integer
      when new.kind = 'export-allowed' then (new.detail ->> 'asked')::integer
      when new.kind in ('intelligence-made', 'intelligence-returned') then (new.detail ->> 'draft')::integer
    end);
  -- Whoever assesses has read it$$);
select change_function('transfer_report', $$holder = null, opened = false,$$, $$holder = null, opened = false, paused = null,
      restricted_to = null, came_from = session_user,$$);

-- Read by a script for the search alone: recorded as such, and no more than so many a day by one person.
select change_function('read_body', $$e.kind = 'opened'$$, $$e.kind in ('opened', 'indexed')$$);
select change_function('event_may_follow', $$case when new.kind = 'opened' then$$, $$case when new.kind in ('opened', 'indexed') then$$);

-- Set aside is closed, by its reason; reopening takes both back.
select change_function('counted', $$  elsif e.kind = 'reopened' then
    return query select e.happened, 'closed', '', 0, -1;$$, $$  elsif e.kind = 'set-aside' then
    return query select e.happened, 'closed', '', 0, 1;
    return query select e.happened, 'set-aside', e.detail ->> 'why', 0, 1;
  elsif e.kind = 'reopened' then
    return query select e.happened, 'closed', '', 0, -1;
    return query select e.happened, 'set-aside', last.detail ->> 'why', 0, -1
      from (select a.kind, a.detail from event a where a.tenant = e.tenant and a.report = e.report and a.number < e.number
        and a.kind in ('closed', 'set-aside') and not is_corrected(a) order by a.number desc limit 1) last
      where last.kind = 'set-aside';$$);
