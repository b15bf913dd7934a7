-- Why: how long each stage takes is a distribution with a slow tail, and what nobody accepts lies between two desks. Both
-- are counted as everything is, so that they can be given as at any day; a recount must find nothing.

-- Days as the cube keeps them: exact up to 60, by the week up to a year, then by thirty days. A bucket is named by its
-- first day. The same rule as packages/figures `days-taken.ts`; a property test holds the two to each other.
create function days_bucket(days integer) returns integer language sql immutable
  return case
    when days <= 60 then greatest(days, 0)
    when days <= 368 then 61 + (days - 61) / 7 * 7
    else 369 + (days - 369) / 30 * 30
  end;

-- Whether an event had been corrected when event `upto` happened: what comes later changes no count that was made.
create function was_corrected(e event, upto integer) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select from event c where c.tenant = e.tenant and c.report = e.report and c.number < upto
    and c.kind = 'corrected' and (c.detail ->> 'corrects')::integer = e.number);
revoke all on function was_corrected(event, integer) from public;

-- What one event adds to the cube beside `counted`'s other rows, of the time that its report had been at its desk.
-- `took`: by stage, in buckets of days since it came to the desk. `handed-on`: by the desk that it went to.
-- `hand-over-accepted` and `hand-over-returned`: by the desk that it had come from.
create function counted_since_arrival(e event)
  returns table (measure text, category text, bucket integer, count integer)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  arrival event;
  closing event;
  stage text := case e.kind when 'intelligence-made' then 'intelligence' else e.kind end;
begin
  if e.kind not in ('opened', 'assessed', 'intelligence-made', 'investigating', 'outcome', 'closed', 'reopened', 'accepted',
      'set-aside', 'transferred') then
    return;
  end if;
  select * into arrival from event a
    where a.tenant = e.tenant and a.report = e.report and a.number < e.number and a.kind in ('reported', 'arrived')
    order by a.number desc limit 1;
  if arrival.number is null then return; end if;

  if e.kind in ('assessed', 'intelligence-made', 'investigating', 'outcome', 'closed') or e.kind = 'opened' and not exists (
      select from event o where o.tenant = e.tenant and o.report = e.report
        and o.number > arrival.number and o.number < e.number and o.kind = 'opened') then
    return query select 'took', stage, days_bucket(e.happened - arrival.happened), 1;
  elsif e.kind = 'reopened' then
    -- It wasn't over: how long that closing took is taken away on this day.
    select * into closing from event a
      where a.tenant = e.tenant and a.report = e.report and a.number < e.number and a.kind in ('closed', 'set-aside')
        and not was_corrected(a, e.number)
      order by a.number desc limit 1;
    if closing.kind = 'closed' then
      return query select 'took', 'closed', days_bucket(closing.happened - arrival.happened), -1;
    end if;
  end if;

  if e.kind = 'transferred' then
    return query select 'handed-on', e.detail ->> 'to', 0, 1;
    if e.detail ? 'returned' then
      return query select 'hand-over-returned', e.detail ->> 'to', 0, 1;
    end if;
  elsif e.kind in ('accepted', 'assessed', 'set-aside') and arrival.kind = 'arrived' and not arrival.detail ? 'referral'
      and not exists (select from event p where p.tenant = e.tenant and p.report = e.report and p.number > arrival.number
        and p.number < e.number and p.kind in ('accepted', 'assessed', 'set-aside') and not was_corrected(p, e.number))
      -- What came back was this desk's before: nobody handed it over.
      and not exists (select from event t where t.tenant = arrival.detail ->> 'from' and t.report = e.report
        and t.number = (arrival.detail ->> 'number')::integer and t.detail ? 'returned') then
    return query select 'hand-over-accepted', arrival.detail ->> 'from', 0, 1;
  end if;
end $$;
revoke all on function counted_since_arrival(event) from public;

select change_function('counted', $$  if e.kind = 'contacted' then$$,
  $$  return query select e.happened, s.measure, s.category, s.bucket, s.count from counted_since_arrival(e) s;
  if e.kind = 'contacted' then$$);

-- What happened before today's rule, in a slot of the desks; the days that are over are folded, as every night.
insert into cube (tenant, line, routed_to, happened, recorded, measure, category, channel, bucket, slot, count)
  select e.tenant, e.line, e.routed_to, c.happened, e.recorded, c.measure, c.category, e.channel, c.bucket, 32, sum(c.count)
    from event e cross join lateral counted(e) c
    where c.measure in ('took', 'handed-on', 'hand-over-accepted', 'hand-over-returned')
    group by e.tenant, e.line, e.routed_to, c.happened, e.recorded, c.measure, c.category, e.channel, c.bucket;
select fold_cube();

-- Neither page reads what the cube holds of everything else.
create index cube_of_times on cube (tenant, happened, recorded) where measure = 'took';
create index cube_of_hand_overs on cube (tenant, happened, recorded)
  where measure in ('handed-on', 'hand-over-accepted', 'hand-over-returned');
