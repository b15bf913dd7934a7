-- Why: intake touches no table. It hands over what is sealed, and asks by an address that the database hashes.

-- Each tenant's newest inbox key: what a browser seals to.
create function recipients() returns table (tenant text, generation integer, recipient text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct on (k.tenant) k.tenant, k.generation, k.recipient from inbox_key k order by k.tenant, k.generation desc
$$;

-- Five working days to assess; at once where somebody is in danger. After 17:00 counts as the next day (domain rules §6).
create function first_due(received date, danger text) returns date
  language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when danger = 'now' then received
    else add_working_days(
      case when received = today() and extract(hour from moment() at time zone 'Europe/London') >= 17
        then received + 1 else received end, 5)
  end
$$;

-- One contact and its sealed report, counted in this very transaction.
-- Answers 'stored', 'same' for a repeat, or 'conflict' where the id or the receipt belongs to another report.
create function accept_report(
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
    return 'conflict'; -- the same receipt, in the same moment
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

-- A contact that leaves no report is counted all the same; a repeat of its id is one contact.
create function accept_contact(
    the_id uuid, the_tenant text, the_line text, the_channel text, received date)
  returns text language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
  the_day date := greatest(least(received, today()), today() - 31);
begin
  insert into mailbox (report, hash, digest, holder) values (the_id, null, sha256(uuid_send(the_id)), the_tenant)
    on conflict (report) do nothing;
  if not found then return 'same'; end if;
  insert into event (tenant, report, number, kind, happened, recorded, line, channel, routed_to)
    values (the_tenant, the_id, 1, 'contacted', the_day, today(), the_line, the_channel, the_tenant);
  return 'stored';
end $$;

-- Where a report stands, for whoever holds its receipt, in the coarse words a reporter is given by default.
create function mailbox_state(address bytea)
  returns table (report uuid, holder text, state text, day date, moved boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.tenant,
      case when r.stage = 'closed' then 'finished' when r.opened then 'opened' else 'waiting' end,
      r.day, r.tenant <> r.sealed_for
    from mailbox m join report r on r.tenant = m.holder and r.id = m.report
    where m.hash = sha256(address)
$$;
