-- Why: a figure is a sum over what events added, and can be given as at any day (design §7).

create table cube (
  tenant text not null,
  line text not null,
  routed_to text not null,
  happened date not null,
  recorded date not null,
  measure text not null,
  category text not null default '',
  channel text not null,
  bucket integer not null default 0,
  -- Each connection counts in a row of its own, intake's apart from the desks', so that no desk's open transaction can
  -- keep a report waiting; -1 holds the folded days.
  slot smallint not null,
  count bigint not null,
  primary key (tenant, line, routed_to, happened, recorded, measure, category, channel, bucket, slot)
);

create index cube_by_day on cube (tenant, happened);
create index cube_by_recorded on cube (tenant, recorded);

-- The folded days summed by month, beside the days: whole months are read here, the edge from the days.
create table cube_month (
  tenant text not null,
  line text not null,
  routed_to text not null,
  happened date not null,
  recorded date not null,
  measure text not null,
  category text not null default '',
  channel text not null,
  bucket integer not null default 0,
  count bigint not null,
  primary key (tenant, line, routed_to, happened, recorded, measure, category, channel, bucket)
);

-- Days that an unopened report waited, in the bands of the heartbeat: within 7, within 28, over 28.
create function wait_bucket(days integer) returns integer language sql immutable
  return case when days <= 7 then 7 when days <= 28 then 28 else 29 end;

create function group_of_threat(threat text) returns text language sql immutable
  return case threat
    when 'ppda' then 'P'
    when 'apsp' then 'S'
    when 'sexual-misconduct' then 'S'
    when 'discrimination' then 'D'
  end;

create function is_corrected(e event) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select from event c where c.tenant = e.tenant and c.report = e.report and c.kind = 'corrected'
    and (c.detail ->> 'corrects')::integer = e.number);

-- What one event adds to the cube: the one definition that both the trigger and the recount use.
-- Contacts, reports and people concerned are three units; a group is counted once for each intelligence report.
create function counted(e event)
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

create function event_counts() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_relid <> 'public.event'::regclass then raise exception 'event_counts is for the table event'; end if;
  insert into cube as was (tenant, line, routed_to, happened, recorded, measure, category, channel, bucket, slot, count)
  select e.tenant, e.line, e.routed_to, c.happened, e.recorded, c.measure, c.category, e.channel, c.bucket,
      pg_backend_pid() % 32 + case session_user when 'intake' then 0 else 32 end, sum(c.count)
    from added e, counted(row(e.*)::event) c
    group by e.tenant, e.line, e.routed_to, c.happened, e.recorded, c.measure, c.category, e.channel, c.bucket
    order by 1, 2, 3, 4, 5, 6, 7, 8, 9
  on conflict (tenant, line, routed_to, happened, recorded, measure, category, channel, bucket, slot)
    do update set count = was.count + excluded.count;
  return null;
end $$;

create trigger event_counts after insert on event
  referencing new table as added for each statement execute function event_counts();

-- Folds the slots of days that nobody counts in any more; sums stay what they were, to the day.
create function fold_cube() returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  folded integer;
begin
  lock table cube_month in share row exclusive mode; -- one folds at a time; a lock that no other login can take
  with taken as (
    delete from cube where slot >= 0 and recorded < today() - 1 returning *
  ), summed as (
    select tenant, line, routed_to, happened, recorded, measure, category, channel, bucket, sum(count) as count
      from taken group by tenant, line, routed_to, happened, recorded, measure, category, channel, bucket
  ), months as (
    insert into cube_month as was (tenant, line, routed_to, happened, recorded, measure, category, channel, bucket, count)
    select tenant, line, routed_to, date_trunc('month', happened)::date, date_trunc('month', recorded)::date,
        measure, category, channel, bucket, sum(count)
      from summed group by 1, 2, 3, 4, 5, 6, 7, 8, 9
    on conflict (tenant, line, routed_to, happened, recorded, measure, category, channel, bucket)
      do update set count = was.count + excluded.count
  )
  insert into cube as was (tenant, line, routed_to, happened, recorded, measure, category, channel, bucket, slot, count)
    select tenant, line, routed_to, happened, recorded, measure, category, channel, bucket, -1, count from summed
  on conflict (tenant, line, routed_to, happened, recorded, measure, category, channel, bucket, slot)
    do update set count = was.count + excluded.count;
  get diagnostics folded = row_count;
  return folded;
end $$;

-- Where the cube differs from its events, or the months from their folded days. Nothing, unless somebody wrote to the
-- cube by hand. A month is named by its first day, with `month:` before its measure.
create function recount()
  returns table (tenant text, line text, routed_to text, happened date, recorded date, measure text, category text,
                 channel text, bucket integer, in_cube bigint, in_events bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  with from_events as (
    select e.tenant, e.line, e.routed_to, c.happened, e.recorded, c.measure, c.category, e.channel, c.bucket,
        sum(c.count) as count
      from event e, counted(e) c group by 1, 2, 3, 4, 5, 6, 7, 8, 9
  ), from_cube as (
    select q.tenant, q.line, q.routed_to, q.happened, q.recorded, q.measure, q.category, q.channel, q.bucket,
        sum(q.count) as count
      from cube q group by 1, 2, 3, 4, 5, 6, 7, 8, 9
  ), from_days as (
    select q.tenant, q.line, q.routed_to, date_trunc('month', q.happened)::date as happened,
        date_trunc('month', q.recorded)::date as recorded, q.measure, q.category, q.channel, q.bucket,
        sum(q.count) as count
      from cube q where q.slot = -1 group by 1, 2, 3, 4, 5, 6, 7, 8, 9
  )
  select tenant, line, routed_to, happened, recorded, measure, category, channel, bucket,
      coalesce(q.count, 0)::bigint, coalesce(e.count, 0)::bigint
    from from_cube q full join from_events e
      using (tenant, line, routed_to, happened, recorded, measure, category, channel, bucket)
    where coalesce(q.count, 0) <> coalesce(e.count, 0)
  union all
  select tenant, line, routed_to, happened, recorded, 'month:' || measure, category, channel, bucket,
      coalesce(m.count, 0)::bigint, coalesce(d.count, 0)::bigint
    from cube_month m full join from_days d
      using (tenant, line, routed_to, happened, recorded, measure, category, channel, bucket)
    where coalesce(m.count, 0) <> coalesce(d.count, 0)
$$;
