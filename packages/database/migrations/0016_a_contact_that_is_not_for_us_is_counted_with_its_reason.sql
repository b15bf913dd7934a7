-- Why: who comes with something that is not for this hotline is sent to the right place, and counts as a contact all the
-- same; the figures say how many came for what.

-- As before, and: a contact may carry the reason why it is not for this hotline.
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
    when kind in ('taken', 'danger-flagged', 'acknowledged', 'investigating', 'reviewed',
        'closed', 'reopened', 'disputed', 'dispute-answered') then names = '{}'
    when kind = 'contacted' then names = '{}' or names = '{notForUs}' and detail ->> 'notForUs' in ('emergency', 'crime',
      'service', 'grievance', 'military', 'scotland', 'northern-ireland', 'data')
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

-- As before, and: such a contact is counted by its reason too.
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
    if e.detail ? 'notForUs' then
      return query select e.happened, 'contact-not-for-us', e.detail ->> 'notForUs', 0, 1;
    end if;
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

-- Counts a contact that is not for this hotline, once for each id. It is the national desk's, since no force was asked
-- for, and leaves nothing but its day, its line, its channel and its reason.
create function note_contact(the_id uuid, the_line text, the_channel text, the_why text, received date)
  returns text language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
  desk constant text := 'national-desk';
  the_day date := greatest(least(received, today()), today() - 31);
begin
  if the_why is null or the_channel is null or the_channel not in ('online', 'phone')
      or not exists (select from line l where l.id = the_line) then
    raise exception 'A contact has a reason, a line and a channel.' using errcode = '22023';
  end if;
  insert into mailbox (report, hash, digest, holder) values (the_id, null, sha256(uuid_send(the_id)), desk)
    on conflict (report) do nothing;
  if not found then return 'same'; end if;
  insert into event (tenant, report, number, kind, happened, recorded, detail, line, channel, routed_to)
    values (desk, the_id, 1, 'contacted', the_day, today(), jsonb_build_object('notForUs', the_why), the_line,
      the_channel, desk);
  return 'stored';
end $$;

grant execute on function note_contact(uuid, text, text, text, date) to intake;
