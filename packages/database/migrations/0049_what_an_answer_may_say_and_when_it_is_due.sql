-- Why: a second attack on the figures found that a corrected assessment left an outcome about nobody, and a count below
-- zero; that a step written by hand made a log of requests unreadable; and that answers went into the register under any
-- name. Beside that, a request's days change, and a desk that isn't open is said to be so.

-- What the report was before it last arrived is history; and whoever has an outcome is somebody concerned.
select change_function('event_refusal', $$    if target.number is null
$$, $$    if target.number is null or target.number < coalesce((select max(a.number) from event a
        where a.tenant = of_tenant and a.report = of_report and a.kind = 'arrived'), 0)
$$);
select change_function('event_refusal', $$    if not is_lead and target.person <> actor then return 'wrong-role'; end if;$$,
  $$    if target.kind = 'assessed' and cardinality(s.decided) > 0 then return 'outcomes-stand'; end if;
    if not is_lead and target.person <> actor then return 'wrong-role'; end if;$$);

create function is_day(text) returns boolean language plpgsql immutable as $$
begin
  return $1 ~ '^20\d{2}-\d{2}-\d{2}$' and $1::date is not null;
exception when datetime_field_overflow then
  return false;
end $$;

-- What was done about a request is of a form, so that no step written by hand makes the list unreadable. And a request's
-- days change: they were logged wrong, it was clarified (FOIA s.1(3)), or more time is taken to weigh the public interest
-- (s.10(3)).
create function step_fits(kind text, detail jsonb) returns boolean language plpgsql immutable as $$
begin
  return case kind
    when 'answered' then detail ->> 'outcome' in
        ('full', 'part', 'withheld', 'neither', 'not-held', 'published', 'withdrawn')
      and is_day(detail ->> 'on') and detail - '{outcome,on}'::text[] = '{}'
    when 'hours' then jsonb_typeof(detail -> 'hours') = 'number' and (detail ->> 'hours')::numeric > 0
      and (detail ->> 'hours')::numeric <= 1000
      and jsonb_typeof(detail -> 'on') = 'string' and detail - '{hours,on}'::text[] = '{}'
    when 'noted' then jsonb_typeof(detail -> 'note') = 'string' and detail - 'note' = '{}'
    when 'received' then is_day(detail ->> 'on') and detail - 'on' = '{}'
    when 'clarified' then is_day(detail ->> 'on') and detail - 'on' = '{}'
    when 'extended' then is_day(detail ->> 'to') and detail - 'to' = '{}'
  end;
end $$;
alter table foi_step drop constraint foi_step_kind_check;
alter table foi_step add constraint foi_step_kind_check
  check (kind in ('answered', 'hours', 'noted', 'received', 'clarified', 'extended'));
alter table foi_step add constraint foi_step_fits check (coalesce(step_fits(kind, detail), false));

-- An answer is entered by the name of the request that it is given to, and what goes into the register goes out.
drop function give_pack(text, integer, integer, jsonb, text, integer, text, jsonb);
create function give_pack(the_tenant text, the_request integer, the_number integer, the_content jsonb, the_problem text,
    the_last integer, the_tables jsonb)
  returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if the_tables is not null and the_content is null then
    raise exception 'Without an answer nothing goes out.' using errcode = '22023';
  end if;
  update foi_pack p set made = moment(), content = the_content, problem = the_problem
    where p.tenant = the_tenant and p.request = the_request and p.number = the_number and p.made is null;
  if not found then return false; end if;
  if the_tables is not null then
    perform enter_in_register(the_last, format('Pack %s %s/%s', the_tenant, the_request, the_number), the_tables);
  end if;
  return true;
end $$;
grant execute on function give_pack(text, integer, integer, jsonb, text, integer, jsonb) to national;

-- Each takes a second or more, and those of other desks wait for it.
select change_function('ask_for_pack', $$interval '1 day') >= 100 then$$, $$interval '1 day') >= 30 then$$);

-- A desk that isn't open says so, where it stood among those that open everything.
select change_function('freeze_heartbeats', $$('"within-7"', '"over-7"', '"over-28"')$$,
  $$('"within-7"', '"over-7"', '"over-28"', '"not-open"')$$);
select change_function('freeze_heartbeats', $$A heartbeat is one of three bands.$$, $$A heartbeat is one of the bands.$$);

-- What was prepared is looked at again beside what has gone out since, and stays as it is where it still may: a coordinator
-- who checks it isn't sent back by each answer to a request.
create function keep_beside(the_number integer, the_prepared text, the_beside integer)
  returns boolean language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
begin
  update release r set beside = the_beside
    where r.number = the_number and r.prepared::text = the_prepared and r.checked is null and r.withdrawn is null
      and r.beside < the_beside and the_beside <= (select max(e.number) from released e);
  return found;
end $$;
grant execute on function keep_beside(integer, text, integer) to national;
