-- Why: a reporter tells once, and each force that it is about gets a copy of its own: a referral (keys.md row 17).

-- The report that a referral came with; its receipt opens the referral's state too.
alter table mailbox add column referral_of uuid references mailbox (report),
  add constraint mailbox_referral_has_no_receipt check (referral_of is null or hash is null);
create index mailbox_by_referral_of on mailbox (referral_of) where referral_of is not null;

-- As before, and: a report also arrives as a referral.
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
    when kind in ('contacted', 'taken', 'danger-flagged', 'acknowledged', 'messaged', 'investigating', 'reviewed',
        'closed', 'reopened') then names = '{}'
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

-- As before, and: a report that came by referral is a measure of its own, and so is each copy that the system made.
-- The contact, the report and its categories stay the first desk's, and are counted once.
create or replace function counted(e event)
  returns table (happened date, measure text, category text, bucket integer, count integer)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  threats text[];
  groups text[];
  arrival event;
  assessed event;
  undecided integer;
  corrected event;
begin
  if e.kind = 'contacted' then
    return query select e.happened, 'contact', '', 0, 1;
  elsif e.kind = 'reported' then
    return query select e.happened, m, '', 0, 1 from unnest(array['report', 'unopened']) m;
    return query select e.happened, 'contact-by-category', c, 0, 1
      from jsonb_array_elements_text(e.detail -> 'categories') c;
  elsif e.kind = 'arrived' then
    return query select e.happened, 'unopened', '', 0, 1;
    if e.detail ? 'referral' then
      return query select e.happened, 'referral', '', 0, 1;
    end if;
  elsif e.kind = 'referred' and e.person is null then
    return query select e.happened, 'referred', '', 0, 1;
  elsif e.kind in ('opened', 'transferred') then
    select * into arrival from event a
      where a.tenant = e.tenant and a.report = e.report and a.number < e.number and a.kind in ('reported', 'arrived')
      order by a.number desc limit 1;
    if arrival.number is not null and not exists (
      select from event o where o.tenant = e.tenant and o.report = e.report
        and o.number > arrival.number and o.number < e.number and o.kind = 'opened') then
      return query select arrival.happened, 'unopened', '', 0, -1;
      if e.kind = 'opened' then
        return query select e.happened, 'opened', '', wait_bucket(e.happened - arrival.happened), 1;
      end if;
    end if;
    if e.kind = 'transferred' then
      return query select e.happened, 'transferred', '', 0, 1;
      -- Who is not yet decided goes along, and is counted where the new desk finds them.
      select * into assessed from event a
        where a.tenant = e.tenant and a.report = e.report and a.number < e.number and a.number > arrival.number
          and a.kind = 'assessed' and not is_corrected(a) order by a.number desc limit 1;
      undecided := coalesce((assessed.detail ->> 'persons')::integer, 0) - (select pg_catalog.count(*)::integer from event o
        where o.tenant = e.tenant and o.report = e.report and o.number < e.number and o.number > arrival.number
          and o.kind = 'outcome' and not is_corrected(o));
      if undecided > 0 then
        return query select e.happened, 'person', '', 0, -undecided;
      end if;
    end if;
  elsif e.kind = 'assessed' then
    return query select e.happened, 'assessed', '', 0, 1;
    if (e.detail ->> 'persons')::integer > 0 then
      return query select e.happened, 'person', '', 0, (e.detail ->> 'persons')::integer;
    end if;
  elsif e.kind = 'intelligence-made' then
    threats := array(select distinct t from (
      select e.detail ->> 'threat' union all select jsonb_array_elements_text(e.detail -> 'others')) all_of(t));
    groups := array(select distinct group_of_threat(t) from unnest(threats) t where group_of_threat(t) is not null);
    return query select e.happened, 'intelligence', '', 0, 1;
    return query select e.happened, 'intelligence-by-threat', e.detail ->> 'threat', 0, 1;
    return query select e.happened, 'intelligence-by-group', g, 0, 1 from unnest(groups) g;
    if cardinality(groups) > 0 then
      return query select e.happened, 'intelligence-abuse-and-discrimination', '', 0, 1;
    end if;
  elsif e.kind in ('investigating', 'closed') then
    return query select e.happened, e.kind, '', 0, 1;
  elsif e.kind = 'reopened' then
    return query select e.happened, 'closed', '', 0, -1;
  elsif e.kind = 'outcome' then
    return query select e.happened, 'outcome', e.detail ->> 'outcome', 0, 1;
  elsif e.kind = 'corrected' then
    select * into corrected from event c
      where c.tenant = e.tenant and c.report = e.report and c.number = (e.detail ->> 'corrects')::integer;
    return query select c.happened, c.measure, c.category, c.bucket, -c.count from counted(corrected) c;
  end if;
end $$;

-- What intake hands over of one referral; the rest it shares with its report.
create type given_referral as (
  id uuid, tenant text, routed_to text, digest bytea, body bytea, wrap bytea, generation integer);

-- A copy for a further force of a report that is there already. Answers as accept_report does.
create function accept_referral(the_report uuid, given given_referral)
  returns text language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
  known mailbox;
  told report;
begin
  if not exists (select from inbox_key k where k.tenant = given.tenant and k.generation = given.generation) then
    raise exception 'No key of that generation at that desk.' using errcode = '22023';
  end if;
  insert into mailbox (report, digest, holder, referral_of) values (given.id, given.digest, given.tenant, the_report)
    on conflict (report) do nothing;
  if not found then
    select * into known from mailbox m where m.report = given.id;
    return case when known.digest = given.digest and known.referral_of is not distinct from the_report
      then 'same' else 'conflict' end;
  end if;
  update report r set last_number = r.last_number + 1 from mailbox m
    where m.report = the_report and r.tenant = m.holder and r.id = m.report returning r.* into told;
  insert into report (tenant, id, sealed_for, routed_to, line, channel, language, categories, danger, danger_hour,
      may_reply, day, urgency, due, last_number)
    values (given.tenant, given.id, given.tenant, given.routed_to, told.line, told.channel, told.language,
      told.categories, told.danger, told.danger_hour, told.may_reply, told.day, told.urgency, told.due, 1);
  insert into sealed_body (tenant, report, body) values (given.tenant, given.id, given.body);
  insert into wrap (tenant, report, holder, generation, wrapped)
    values (given.tenant, given.id, 'inbox', given.generation, given.wrap);
  insert into event (tenant, report, number, kind, happened, recorded, detail, line, channel, routed_to)
    values
      (told.tenant, told.id, told.last_number, 'referred', told.day, today(),
        jsonb_build_object('to', given.tenant), told.line, told.channel, told.routed_to),
      (given.tenant, given.id, 1, 'arrived', told.day, today(),
        jsonb_build_object('from', told.tenant, 'referral', true), told.line, told.channel, given.routed_to);
  return 'stored';
end $$;

-- One contact, its sealed report and its referrals: all of them, or nothing. Answers 'stored', 'same' for a repeat of
-- all, or 'conflict' where any of them is another one.
create function accept_with_referrals(
    the_id uuid, the_tenant text, the_routed_to text, the_line text, the_channel text, the_language text,
    the_categories text[], the_danger text, the_may_reply text, the_reason text,
    the_hash bytea, the_digest bytea, the_body bytea, the_wrap bytea, the_generation integer, received date,
    the_referrals given_referral[])
  returns text language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
  answer text;
  each given_referral;
begin
  if cardinality(the_referrals) > 5 then
    raise exception 'Six forces are told at once, at most.' using errcode = '22023';
  end if;
  if cardinality(the_referrals) >= (select count(distinct t) from (
      select the_tenant union select r.tenant from unnest(the_referrals) r) all_of(t)) then
    raise exception 'Each desk gets one copy.' using errcode = '22023';
  end if;
  answer := accept_report(the_id, the_tenant, the_routed_to, the_line, the_channel, the_language, the_categories,
    the_danger, the_may_reply, the_reason, the_hash, the_digest, the_body, the_wrap, the_generation, received);
  if answer = 'conflict' then return answer; end if;
  foreach each in array the_referrals loop
    -- A copy that is there while another isn't would be half a report.
    if accept_referral(the_id, each) <> answer then
      raise exception 'A referral clashes.' using errcode = 'CD005';
    end if;
  end loop;
  return answer;
exception when sqlstate 'CD005' then
  return 'conflict'; -- leaving this block has taken back all that it stored
end $$;

-- As before, and: the report comes first, each of its referrals after it.
create or replace function mailbox_state(address bytea)
  returns table (report uuid, holder text, state text, day date, moved boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.tenant,
      case when r.stage = 'closed' then 'finished' when r.opened then 'opened' else 'waiting' end,
      r.day, r.tenant <> r.sealed_for
    from mailbox told
      join mailbox each on each.report = told.report or each.referral_of = told.report
      join report r on r.tenant = each.holder and r.id = each.report
    where told.hash = sha256(address)
    order by each.referral_of is not null, r.tenant, r.id
$$;

-- A referral comes with its report, so accept_referral is nobody's to call.
grant execute on function accept_with_referrals(uuid, text, text, text, text, text, text[], text, text, text, bytea,
  bytea, bytea, bytea, integer, date, given_referral[]) to intake;
