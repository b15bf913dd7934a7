-- Why: what came by mistake goes back; a second force gets a copy of its own; and a report about a colleague is opened by
-- named people alone. Each moves keys, which only a browser that has the report open can seal.

-- As before, and: says whether it goes back to where it came from.
do $$
declare
  definition text := (select pg_get_functiondef(p.oid) from pg_proc p
    where p.proname = 'transfer_report' and p.pronamespace = 'public'::regnamespace);
  old text;
begin
  foreach old in array array['the_number integer)', $x$jsonb_build_object('to', the_target)$x$] loop
    if (length(definition) - length(replace(definition, old, ''))) is distinct from length(old) then
      raise exception 'transfer_report does not say once: %', old;
    end if;
  end loop;
  definition := replace(definition, 'the_number integer)', 'the_number integer, the_returned boolean)');
  definition := replace(definition, $x$jsonb_build_object('to', the_target)$x$,
    $x$case when the_returned then jsonb_build_object('to', the_target, 'returned', true)
        else jsonb_build_object('to', the_target) end$x$);
  drop function transfer_report(uuid, uuid, text, integer, bytea, bytea, bytea, integer);
  execute definition;
end $$;
revoke all on function transfer_report(uuid, uuid, text, integer, bytea, bytea, bytea, integer, boolean) from public;
grant execute on function transfer_report(uuid, uuid, text, integer, bytea, bytea, bytea, integer, boolean) to tenant;

-- Keeps a report for `the_to`: its key is wrapped to each of them and to nobody else (keys.md row 16). Whoever had it open
-- before could have kept what they read; the history says who.
create function restrict_report(the_report uuid, the_person uuid, the_number integer, the_to uuid[], the_wraps bytea[],
    the_words bytea, the_signature bytea)
  returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if cardinality(the_to) is distinct from cardinality(the_wraps)
    or cardinality(the_to) <> (select count(*) from staff s where s.tenant = session_user and s.id = any (the_to)
      and s.active and s.recipient is not null) then
    raise exception 'Each person named needs a key of this desk, once.' using errcode = '22023';
  end if;
  insert into event (tenant, report, number, kind, person, detail, words, signature)
    values (session_user, the_report, the_number, 'restricted', the_person, jsonb_build_object('to', the_to),
      the_words, the_signature);
  delete from wrap w where w.tenant = session_user and w.report = the_report;
  insert into wrap (tenant, report, holder, generation, wrapped)
    select session_user, the_report, named.person, 0, named.wrapped
    from unnest(the_to, the_wraps) named (person, wrapped);
  update report r set holder = null
    where r.tenant = session_user and r.id = the_report and not r.holder = any (the_to);
end $$;

-- Lets the whole desk open it again: its key wrapped to the inbox, by one of those named.
create function lift_restriction(the_report uuid, the_person uuid, the_number integer, the_generation integer,
    the_wrap bytea, the_words bytea, the_signature bytea)
  returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if the_generation is distinct from (select max(k.generation) from inbox_key k where k.tenant = session_user) then
    raise exception 'No key of that generation at this desk.' using errcode = '22023';
  end if;
  insert into event (tenant, report, number, kind, person, words, signature)
    values (session_user, the_report, the_number, 'unrestricted', the_person, the_words, the_signature);
  delete from wrap w where w.tenant = session_user and w.report = the_report;
  insert into wrap (tenant, report, holder, generation, wrapped)
    values (session_user, the_report, 'inbox', the_generation, the_wrap);
end $$;

-- A copy for a further force, made by a desk: as where a reporter tells several (0010), but sealed in an officer's browser.
-- Only of what the reporter told this desk itself: the thread of a copy can't lead to a third.
create function refer_report(the_report uuid, the_person uuid, the_number integer, given given_referral,
    the_words bytea, the_signature bytea, the_words_there bytea)
  returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r report;
begin
  if given.tenant = session_user or given.generation is distinct from
      (select max(k.generation) from inbox_key k where k.tenant = given.tenant) then
    raise exception 'No key of that generation at that desk.' using errcode = '22023';
  end if;
  if exists (select from mailbox m where m.report = the_report and m.referral_of is not null) then
    raise exception 'wrong-stage' using errcode = 'CD002';
  end if;
  insert into event (tenant, report, number, kind, person, detail, words, signature)
    values (session_user, the_report, the_number, 'referred', the_person, jsonb_build_object('to', given.tenant),
      the_words, the_signature);
  select * into r from report where tenant = session_user and id = the_report;
  insert into mailbox (report, digest, holder, referral_of) values (given.id, given.digest, given.tenant, the_report);
  insert into report (tenant, id, sealed_for, routed_to, line, channel, language, categories, danger, danger_hour,
      may_reply, day, urgency, due, last_number)
    values (given.tenant, given.id, given.tenant, given.tenant, r.line, r.channel, r.language, r.categories, r.danger,
      r.danger_hour, r.may_reply, r.day, r.urgency, first_due(today(), r.danger), 1);
  insert into sealed_body (tenant, report, body) values (given.tenant, given.id, given.body);
  insert into wrap (tenant, report, holder, generation, wrapped)
    values (given.tenant, given.id, 'inbox', given.generation, given.wrap);
  insert into event (tenant, report, number, kind, happened, recorded, detail, words, line, channel, routed_to)
    values (given.tenant, given.id, 1, 'arrived', today(), today(),
      jsonb_build_object('from', session_user, 'referral', true), the_words_there, r.line, r.channel, given.tenant);
end $$;

grant execute on function
  restrict_report(uuid, uuid, integer, uuid[], bytea[], bytea, bytea),
  lift_restriction(uuid, uuid, integer, integer, bytea, bytea, bytea),
  refer_report(uuid, uuid, integer, given_referral, bytea, bytea, bytea)
to tenant;

-- Whether danger was met: decided when a person acts, since the hour is forgotten then. An hour that a reporter's own
-- danger began is known only as such, so there it is met until the hour after has passed.
alter table report add column danger_met boolean;
select change_function('event_moves_report', $$    danger_hour = case$$, $$    danger_met = case
      when new.kind = 'danger-acted' and danger_hour is not null then new.at <= danger_hour + interval '2 hours'
      when new.kind = 'danger-acted' and urgency = 0 then new.at <= (select max(f.at) from event f
        where f.tenant = new.tenant and f.report = new.report and f.kind = 'danger-flagged') + interval '1 hour'
      else danger_met end,
    danger_hour = case$$);
