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

-- Functions of earlier migrations change by a line here and there; the rest of each stays as it is, whatever it is by now.
-- The owner's alone, as every function is that is granted to nobody.
create function change_function(of_function text, old text, new text) returns void language plpgsql as $$
declare
  definition text := (select pg_get_functiondef(p.oid) from pg_proc p
    where p.proname = of_function and p.pronamespace = 'public'::regnamespace);
begin
  if (length(definition) - length(replace(definition, old, ''))) is distinct from length(old) then
    raise exception '% does not say once: %', of_function, old;
  end if;
  execute replace(definition, old, new);
end $$;

-- A message names its place in the thread; a reporter may say that it isn't over, and a lead answers; a lead may release
-- the stage.
select change_function('detail_fits', $$'acknowledged', 'messaged', 'investigating'$$, $$'acknowledged', 'investigating'$$);
select change_function('detail_fits', $$'closed', 'reopened') then names = '{}'$$, $$'closed', 'reopened', 'disputed', 'dispute-answered') then names = '{}'
    when kind = 'messaged' then names = '{}' or names = '{message}' and is_whole(detail -> 'message', 0, 9999)
    when kind = 'stage-released' then names = '{stage}'
      and detail ->> 'stage' in ('assessing', 'intelligence', 'investigating')$$);

select change_function('standing_of', $$0, '{}', false);$$, $$0, '{}', false, false);$$);
select change_function('standing_of', $$s.messaged := false;$$, $$s.messaged := false; s.disputed := false;
      when 'disputed' then s.disputed := true;
      when 'dispute-answered' then s.disputed := false;$$);

select change_function('event_refusal', $$'routed', 'arrived') then return 'system-only'$$, $$'routed', 'arrived', 'disputed') then return 'system-only'$$);
select change_function('event_refusal', $$'closed', 'reopened', 'referred') then return 'wrong-role'$$, $$'closed', 'reopened', 'referred', 'dispute-answered', 'stage-released') then return 'wrong-role'$$);
select change_function('event_refusal', $$    when next_kind = 'reopened' then array['closed']$$, $$    when next_kind = 'reopened' then array['closed']
    when next_kind = 'stage-released' then array[next_detail ->> 'stage']$$);
select change_function('event_refusal', $$'iopc-answered', 'reviewed', 'corrected')$$, $$'iopc-answered', 'reviewed', 'corrected', 'dispute-answered')$$);
select change_function('event_refusal', $$  if next_kind = 'assessed' then$$, $$  if next_kind = 'dispute-answered' and not s.disputed then return 'no-dispute'; end if;

  if next_kind = 'assessed' then$$);

select change_function('event_moves_report', $$    -- Review each stage within three months$$, $$    disputed = disputed and new.kind not in ('dispute-answered', 'reopened'),
    -- Whoever has read the report has its messages before them.
    message_waiting = message_waiting and new.kind not in ('opened', 'messaged'),
    released = case when new.kind = 'stage-released' then new.detail ->> 'stage'
      -- What was released of an earlier stage says nothing of a later one.
      when new.kind in ('assessed', 'intelligence-made', 'investigating', 'closed', 'reopened', 'corrected') then null
      else released end,
    -- Review each stage within three months$$);
select change_function('event_moves_report', $$  -- Whoever assesses has read it$$, $$  if new.kind = 'messaged' and new.words is not null and new.detail ? 'message' then
    if (new.detail ->> 'message')::integer <> (select count(*) from message m
        where m.tenant = new.tenant and m.report = new.report and not m.from_reporter) then
      raise exception 'Somebody was first.' using errcode = 'CD001';
    end if;
    insert into message (tenant, report, from_reporter, number, day, sealed)
      values (new.tenant, new.report, false, (new.detail ->> 'message')::integer, new.happened, new.words);
  end if;
  -- Whoever assesses has read it$$);

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
