-- Why: a caller who hangs up is a contact, too, so a call is counted when it comes in; its report keeps the same id, and
-- counts no second contact. Who answers calls reads no report: a role of its own.

alter table staff drop constraint staff_roles_check;
alter table staff add constraint staff_roles_check
  check (roles <@ array['officer', 'lead', 'coordinator', 'call-handler'] and cardinality(roles) > 0);
-- The telephone is the national desk's alone.
alter table staff add constraint staff_call_handler_is_national
  check (tenant = 'national-desk' or not 'call-handler' = any (roles));

-- How a call ended that left no report.
select change_function('detail_fits', $$    when kind = 'reported' then$$, $$    when kind = 'call-ended' then names = '{why}' and detail ->> 'why' in ('hung-up', 'silent', 'wrong-number', 'crime',
      'rudeness', 'grievance', 'military', 'emergency', 'other')
    when kind = 'reported' then$$);
-- Not a contact more: the one that was counted when it came in, by how it ended.
select change_function('counted', $$  elsif e.kind = 'reported' then$$, $$  elsif e.kind = 'call-ended' then
    return query select e.happened, 'call-ended', e.detail ->> 'why', 0, 1;
  elsif e.kind = 'reported' then$$);
select change_function('event_refusal', $$next_kind in ('contacted', $$, $$next_kind in ('contacted', 'call-ended', $$);

-- The telephone rings at the national desk: nobody else's login counts a call.
create function answers_calls() returns void
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if session_user <> 'national-desk' then
    raise exception 'The national desk answers calls.' using errcode = '42501';
  end if;
end $$;

-- Whether this id is a call that was counted and has become no report. Its mailbox row is then locked.
create function is_open_call(the_id uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  known mailbox;
begin
  select * into known from mailbox m where m.report = the_id for update;
  return coalesce(known.hash is null and known.digest = sha256(uuid_send(the_id)), false) and exists (
    select from event e where e.tenant = 'national-desk' and e.report = the_id and e.number = 1
      and e.kind = 'contacted' and e.channel = 'phone');
end $$;

-- Counts a call in its first second: at the national desk, where it came in, and for good. No person and no time: beside
-- the telephone's own log they would say whose call became which report. Answers 'stored', or 'same' for a repeat.
create function count_call(the_id uuid, the_line text)
  returns text language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
begin
  perform answers_calls();
  if not exists (select from line l where l.id = the_line) then
    raise exception 'No such line.' using errcode = '22023';
  end if;
  insert into mailbox (report, hash, digest, holder)
    values (the_id, null, sha256(uuid_send(the_id)), 'national-desk') on conflict (report) do nothing;
  if not found then return 'same'; end if;
  insert into event (tenant, report, number, kind, happened, recorded, line, channel, routed_to)
    values ('national-desk', the_id, 1, 'contacted', today(), today(), the_line, 'phone', 'national-desk');
  return 'stored';
end $$;

-- Ends a call that leaves no report, with its reason; one that was never counted is counted now. The first reason stays:
-- answers 'stored', 'same' for a repeat, or 'conflict' where this id is a report, or ended otherwise.
create function end_call(the_id uuid, the_line text, the_why text)
  returns text language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
  said text;
begin
  perform count_call(the_id, the_line);
  if not is_open_call(the_id) then return 'conflict'; end if;
  said := (select e.detail ->> 'why' from event e
    where e.tenant = 'national-desk' and e.report = the_id and e.kind = 'call-ended');
  if said is not null then return case said when the_why then 'same' else 'conflict' end; end if;
  insert into event (tenant, report, number, kind, happened, recorded, detail, line, channel, routed_to)
    select e.tenant, e.report, 2, 'call-ended', today(), today(), jsonb_build_object('why', the_why),
        e.line, e.channel, e.routed_to
      from event e where e.tenant = 'national-desk' and e.report = the_id and e.number = 1;
  return 'stored';
end $$;

-- The report of a call. Its contact was counted when the call came in (or is now, where nothing arrived then), at the
-- national desk; the report's own first event at its tenant is 'reported'. Answers as accept_report does, or 'outdated'
-- where the desk has another key by now: nothing is stored, and it has to be sealed anew.
create function take_call_report(
    the_id uuid, the_tenant text, the_routed_to text, the_line text, the_language text,
    the_categories text[], the_danger text, the_may_reply text, the_reason text,
    the_hash bytea, the_digest bytea, the_body bytea, the_wrap bytea, the_generation integer)
  returns text language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
  known mailbox;
  last integer;
begin
  perform answers_calls();
  if cardinality(the_categories) <> (select count(distinct c) from unnest(the_categories) c) then
    raise exception 'Each category counts once.' using errcode = '22023';
  end if;
  select * into known from mailbox m where m.report = the_id;
  -- Before the key is looked at: of a report that is here already, a repeat must say so.
  if known.digest = the_digest and known.hash is not distinct from the_hash then return 'same'; end if;
  if the_generation is distinct from (select max(k.generation) from inbox_key k where k.tenant = the_tenant) then
    return 'outdated';
  end if;
  if the_hash is not null and exists (select from mailbox m where m.hash = the_hash and m.report <> the_id) then
    return 'conflict';
  end if;
  perform count_call(the_id, the_line);
  if not is_open_call(the_id) then
    select * into known from mailbox m where m.report = the_id; -- the same, in the same moment, or another one
    return case when known.digest = the_digest and known.hash is not distinct from the_hash
      then 'same' else 'conflict' end;
  end if;
  if exists (select from event e where e.tenant = 'national-desk' and e.report = the_id and e.kind = 'call-ended') then
    return 'conflict'; -- it can't be counted as one that left no report, and leave one
  end if;
  begin
    update mailbox set hash = the_hash, digest = the_digest, holder = the_tenant where report = the_id;
  exception when unique_violation then
    return 'conflict'; -- the same receipt, in the same moment
  end;
  last := coalesce((select max(e.number) from event e where e.tenant = the_tenant and e.report = the_id), 0);
  insert into report (tenant, id, sealed_for, routed_to, line, channel, language, categories, danger, danger_hour,
      may_reply, day, urgency, due, last_number)
    values (the_tenant, the_id, the_tenant, the_routed_to, the_line, 'phone', the_language, the_categories, the_danger,
      case when the_danger = 'now' then date_trunc('hour', moment()) end,
      the_may_reply, today(), case the_danger when 'now' then 0 when 'soon' then 1 else 2 end,
      first_due(today(), the_danger), last + 2);
  insert into sealed_body (tenant, report, body) values (the_tenant, the_id, the_body);
  insert into wrap (tenant, report, holder, generation, wrapped)
    values (the_tenant, the_id, 'inbox', the_generation, the_wrap);
  insert into event (tenant, report, number, kind, happened, recorded, detail, line, channel, routed_to)
    select the_tenant, the_id, e.number, e.kind, today(), today(), e.detail, the_line, 'phone', the_routed_to
    from (values
      (last + 1, 'reported', jsonb_build_object('categories', the_categories)),
      (last + 2, 'routed', jsonb_build_object('reason', the_reason))) e (number, kind, detail);
  return 'stored';
end $$;

-- Executable by every tenant's login, since a grant goes to their group; each refuses all but the national desk's.
grant execute on function count_call(uuid, text) to tenant;
grant execute on function end_call(uuid, text, text) to tenant;
grant execute on function take_call_report(uuid, text, text, text, text, text[], text, text, text, bytea, bytea, bytea,
  bytea, integer) to tenant;
