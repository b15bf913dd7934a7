-- Why: nobody reads and rolls back; a report changes hands whole.

-- The sealed body and the caller's wraps, only after an `opened` event of an earlier, committed transaction
-- within the last minute by the same person.
create function read_body(the_report uuid, the_person uuid)
  returns table (sealed_for text, body bytea, holder text, generation integer, wrapped bytea)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select from event e
      where e.tenant = session_user and e.report = the_report and e.kind = 'opened' and e.person = the_person
        and e.at > moment() - interval '1 minute'
        and e.opened_in is distinct from pg_current_xact_id_if_assigned()) then
    raise exception 'Open the report first: an opening is recorded before anything is read.' using errcode = 'CD003';
  end if;
  return query
    select r.sealed_for, b.body, w.holder, w.generation, w.wrapped
      from report r
      join sealed_body b on b.tenant = r.tenant and b.report = r.id
      join wrap w on w.tenant = r.tenant and w.report = r.id
      where r.tenant = session_user and r.id = the_report and w.holder in ('inbox', the_person::text);
end $$;

-- Moves a report whole to another tenant, its key sealed anew to that tenant's inbox key by the caller's browser.
-- The old desk keeps its events: a stub. The receipt goes on working. The new desk's clocks begin today.
create function transfer_report(
    the_report uuid, the_person uuid, the_target text, the_generation integer, the_wrap bytea,
    the_words bytea, the_signature bytea, the_number integer)
  returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r report;
  next_number integer;
  sent_number integer;
begin
  if the_person is null or not exists (select from tenant t where t.id = session_user) or the_target = session_user then
    raise exception 'Choose another desk.' using errcode = '42501';
  end if;
  if the_generation is distinct from (select max(k.generation) from inbox_key k where k.tenant = the_target) then
    raise exception 'No key of that generation at that desk.' using errcode = '22023';
  end if;
  insert into event (tenant, report, number, kind, person, detail, words, signature)
    values (session_user, the_report, the_number, 'transferred', the_person, jsonb_build_object('to', the_target),
      the_words, the_signature)
    returning number into sent_number;
  next_number := 1 + coalesce((select max(e.number) from event e where e.tenant = the_target and e.report = the_report), 0);
  -- Handed out to nobody any more, but not lost before the new desk has shown that its own wrap opens.
  update wrap w set holder = 'kept:' || w.tenant || ':' || w.holder
    where w.tenant = session_user and w.report = the_report and not starts_with(w.holder, 'kept:');
  update report set tenant = the_target, stage = 'received', holder = null, opened = false, last_number = next_number,
      due = first_due(today(), danger)
    where tenant = session_user and id = the_report returning * into r;
  insert into wrap (tenant, report, holder, generation, wrapped)
    values (the_target, the_report, 'inbox', the_generation, the_wrap);
  -- The sender's words come along, sealed under the report's key as they are: only the new desk can still open them.
  insert into event (tenant, report, number, kind, happened, recorded, detail, words, line, channel, routed_to)
    values (the_target, the_report, next_number, 'arrived', today(), today(),
      jsonb_build_object('from', session_user, 'number', sent_number), the_words, r.line, r.channel, r.routed_to);
  update mailbox set holder = the_target where report = the_report;
end $$;
