-- Why: the same report posted twice in one moment may meet its own receipt before its own id. That was answered as a
-- conflict, and its reporter would have told a second time what was stored.
create or replace function accept_report(
    the_id uuid, the_tenant text, the_routed_to text, the_line text, the_channel text, the_language text,
    the_categories text[], the_danger text, the_may_reply text, the_reason text,
    the_hash bytea, the_digest bytea, the_body bytea, the_wrap bytea, the_generation integer, received date)
  returns text language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
  known mailbox;
  -- Dated at most 31 days back, and never ahead of this clock: a report is not turned away for its date.
  the_day date := greatest(least(received, today()), today() - 31);
begin
  if cardinality(the_categories) <> (select count(distinct c) from unnest(the_categories) c) then
    raise exception 'Each category counts once.' using errcode = '22023';
  end if;
  if not exists (select from inbox_key k where k.tenant = the_tenant and k.generation = the_generation) then
    raise exception 'No key of that generation at that desk.' using errcode = '22023';
  end if;
  if the_hash is not null and exists (select from mailbox m where m.hash = the_hash and m.report <> the_id) then
    return 'conflict';
  end if;
  begin
    insert into mailbox (report, hash, digest, holder) values (the_id, the_hash, the_digest, the_tenant)
      on conflict (report) do nothing;
  exception when unique_violation then
    -- The same receipt, in the same moment: of this very report, or of another one.
    select * into known from mailbox m where m.report = the_id;
    return case when known.digest = the_digest and known.hash is not distinct from the_hash
      then 'same' else 'conflict' end;
  end;
  if not found then
    select * into known from mailbox m where m.report = the_id;
    return case when known.digest = the_digest and known.hash is not distinct from the_hash then 'same' else 'conflict' end;
  end if;
  insert into report (tenant, id, sealed_for, routed_to, line, channel, language, categories, danger, danger_hour,
      may_reply, day, urgency, due, last_number)
    values (the_tenant, the_id, the_tenant, the_routed_to, the_line, the_channel, the_language, the_categories, the_danger,
      case when the_danger = 'now' then date_trunc('hour', moment()) end,
      the_may_reply, the_day, case the_danger when 'now' then 0 when 'soon' then 1 else 2 end,
      first_due(the_day, the_danger), 3);
  insert into sealed_body (tenant, report, body) values (the_tenant, the_id, the_body);
  insert into wrap (tenant, report, holder, generation, wrapped)
    values (the_tenant, the_id, 'inbox', the_generation, the_wrap);
  insert into event (tenant, report, number, kind, happened, recorded, detail, line, channel, routed_to)
    select the_tenant, the_id, e.number, e.kind, the_day, today(), e.detail, the_line, the_channel, the_routed_to
    from (values
      (1, 'contacted', '{}'::jsonb),
      (2, 'reported', jsonb_build_object('categories', the_categories)),
      (3, 'routed', jsonb_build_object('reason', the_reason))) e (number, kind, detail);
  return 'stored';
end $$;
