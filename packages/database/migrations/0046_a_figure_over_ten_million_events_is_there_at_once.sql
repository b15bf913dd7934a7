-- Why: a page of figures read every month of every desk, line and channel to add them up, and nobody folded the cube but
-- the operator. What is folded is summed for what a page tells apart, by spans of days and more; the national
-- login folds. What was recorded by a day is what happened by then, less what was recorded late: a sum needs one day each.

-- The tables below have what these were for.
drop index cube_of_unopened, cube_of_unopened_by_recorded, cube_of_unopened_unfolded;

create index cube_unfolded on cube (tenant, happened) where slot <> -1;
-- Read by the national login, over all desks: which rows were known later than they happened, around a day.
create index cube_late on cube using gist (daterange(happened, recorded))
  where recorded > happened and measure <> 'unopened';
create index cube_late_unopened on cube using gist (daterange(happened, recorded))
  where recorded > happened and measure = 'unopened';
-- The same for a force's own login, to which no index may show rows before its policy has: this one's comparisons leak none.
create index cube_late_of_force on cube (tenant, routed_to, happened, recorded)
  where recorded > happened and measure <> 'unopened';

-- The measures that figures are made of (packages/figures counts.ts).
create function is_of_figures(measure text) returns boolean language sql immutable
  return measure in ('contact', 'contact-by-category', 'contact-not-for-us', 'report', 'transferred', 'intelligence',
    'intelligence-abuse-and-discrimination', 'investigating', 'closed', 'person', 'outcome');
revoke all on function is_of_figures(text) from public;

-- A span's first day; a third of a month begins on its 1st, 11th or 21st. The same as packages/figures spans.ts.
create function span_of(span text, happened date) returns date language sql immutable
  return case when span = 'third'
    then date_trunc('month', happened::timestamp)::date + least((extract(day from happened)::integer - 1) / 10, 2) * 10
    else date_trunc(span, happened::timestamp)::date end;
revoke all on function span_of(text, date) from public;

create table cube_of_lines (
  span text not null,
  happened date not null,
  line text not null,
  channel text not null,
  -- Of a contact by a force's own line alone: whether it is about another force, the boundaries of the day asked for say.
  routed_to text not null,
  measure text not null,
  category text not null,
  count bigint not null,
  primary key (span, happened, line, channel, routed_to, measure, category)
);

create table cube_of_forces (
  span text not null,
  happened date not null,
  tenant text not null,
  routed_to text not null,
  line text not null,
  measure text not null,
  category text not null,
  count bigint not null,
  primary key (span, happened, tenant, routed_to, line, measure, category)
);

create table cube_of_stages (
  span text not null,
  -- Empty: of all lines together.
  line text not null,
  happened date not null,
  tenant text not null,
  stage text not null,
  bucket integer not null,
  count bigint not null,
  primary key (span, line, happened, tenant, stage, bucket)
);

create table cube_of_waiting (
  span text not null,
  tenant text not null,
  happened date not null,
  count bigint not null,
  primary key (span, tenant, happened)
);

-- What each of the four holds, by the slot of the cube that it is summed from: the one definition of fold and recount.
create view lines_summed as
  select slot, span, span_of(span, happened) as happened, line, channel,
      case when measure = 'contact' and line in (select l.id from line l where l.tenant is not null) then routed_to else '' end
        as routed_to, measure, category, sum(count) as count
    from cube, unnest(array['day', 'third', 'month']) span where is_of_figures(measure) group by 1, 2, 3, 4, 5, 6, 7, 8;

-- By force nobody is told the categories ticked, nor why a contact wasn't for us.
create view forces_summed as
  select slot, span, span_of(span, happened) as happened, tenant, routed_to, line, measure,
      case when measure = 'outcome' then category else '' end as category, sum(count) as count
    from cube, unnest(array['day', 'third', 'month', 'quarter', 'year']) span
    where is_of_figures(measure) and measure <> 'contact-by-category' group by 1, 2, 3, 4, 5, 6, 7, 8;

-- Days are too many and too sparse to be summed: they are read from the cube.
create view stages_summed as
  select slot, span, of_line as line, span_of(span, happened) as happened, tenant, category as stage,
      bucket, sum(count) as count
    from cube, unnest(array['month', 'quarter', 'year']) span, unnest(array[line, '']) of_line
    where measure = 'took' group by 1, 2, 3, 4, 5, 6, 7;

create view waiting_summed as
  select slot, span, tenant, span_of(span, happened) as happened, sum(count) as count
    from cube, unnest(array['day', 'third', 'month']) span where measure = 'unopened' group by 1, 2, 3, 4;

do $$
declare
  name text;
begin
  foreach name in array array['cube_of_lines', 'cube_of_forces', 'cube_of_stages', 'cube_of_waiting'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to owner using (true) with check (true)', name || '_all_by_owner', name);
    execute format('create policy %I on %I for select to national using (true)', name || '_read_by_national', name);
    execute format('grant select on %I to national', name);
  end loop;
end $$;

-- In the order of days, so that those of one month lie together, as those do that come day by day.
insert into cube_of_lines select span, happened, line, channel, routed_to, measure, category, count
  from lines_summed where slot = -1 order by 1, 2;
insert into cube_of_forces select span, happened, tenant, routed_to, line, measure, category, count
  from forces_summed where slot = -1 order by 1, 2;
insert into cube_of_stages select span, line, happened, tenant, stage, bucket, count
  from stages_summed where slot = -1 order by 1, 2, 3;
insert into cube_of_waiting select span, tenant, happened, count from waiting_summed where slot = -1 order by 1, 2, 3;

-- Folds the slots of days that nobody counts in any more; sums stay what they were, to the day.
create or replace function fold_cube() returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  folded integer;
begin
  lock table cube_month in share row exclusive mode; -- one folds at a time; a lock that no other login can take
  -- What is being folded lies in slot -2 until every sum has it.
  with taken as (delete from cube where slot >= 0 and recorded < today() - 1 returning *)
  insert into cube (tenant, line, routed_to, happened, recorded, measure, category, channel, bucket, slot, count)
    select tenant, line, routed_to, happened, recorded, measure, category, channel, bucket, -2, sum(count)
      from taken group by 1, 2, 3, 4, 5, 6, 7, 8, 9;
  get diagnostics folded = row_count;
  if folded = 0 then return 0; end if;

  insert into cube_month as was (tenant, line, routed_to, happened, recorded, measure, category, channel, bucket, count)
    select tenant, line, routed_to, date_trunc('month', happened::timestamp)::date,
        date_trunc('month', recorded::timestamp)::date, measure, category, channel, bucket, sum(count)
      from cube where slot = -2 group by 1, 2, 3, 4, 5, 6, 7, 8, 9
    on conflict (tenant, line, routed_to, happened, recorded, measure, category, channel, bucket)
      do update set count = was.count + excluded.count;
  insert into cube_of_lines as was
    select span, happened, line, channel, routed_to, measure, category, count from lines_summed where slot = -2 order by 1, 2
    on conflict (span, happened, line, channel, routed_to, measure, category)
      do update set count = was.count + excluded.count;
  insert into cube_of_forces as was
    select span, happened, tenant, routed_to, line, measure, category, count from forces_summed where slot = -2 order by 1, 2
    on conflict (span, happened, tenant, routed_to, line, measure, category)
      do update set count = was.count + excluded.count;
  insert into cube_of_stages as was
    select span, line, happened, tenant, stage, bucket, count from stages_summed where slot = -2 order by 1, 2, 3
    on conflict (span, line, happened, tenant, stage, bucket) do update set count = was.count + excluded.count;
  insert into cube_of_waiting as was select span, tenant, happened, count from waiting_summed where slot = -2 order by 1, 2, 3
    on conflict (span, tenant, happened) do update set count = was.count + excluded.count;

  with folding as (delete from cube where slot = -2 returning *)
  insert into cube as was (tenant, line, routed_to, happened, recorded, measure, category, channel, bucket, slot, count)
    select tenant, line, routed_to, happened, recorded, measure, category, channel, bucket, -1, count from folding
      order by recorded
    on conflict (tenant, line, routed_to, happened, recorded, measure, category, channel, bucket, slot)
      do update set count = was.count + excluded.count;
  return folded;
end $$;
grant execute on function fold_cube() to national;

-- Where the cube differs from its events, or what is summed beside it from its folded days. Nothing, unless somebody wrote
-- to the cube by hand. A sum beside it is named before its measure, such as `month:` or `lines-year:`, by its first day.
create or replace function recount()
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
  union all
  select '', line, routed_to, happened, null, 'lines-' || span || ':' || measure, category, channel, 0,
      coalesce(s.count, 0)::bigint, coalesce(d.count, 0)::bigint
    from cube_of_lines s full join (select * from lines_summed where slot = -1) d
      using (span, happened, line, channel, routed_to, measure, category)
    where coalesce(s.count, 0) <> coalesce(d.count, 0)
  union all
  select tenant, line, routed_to, happened, null, 'forces-' || span || ':' || measure, category, '', 0,
      coalesce(s.count, 0)::bigint, coalesce(d.count, 0)::bigint
    from cube_of_forces s full join (select * from forces_summed where slot = -1) d
      using (span, happened, tenant, routed_to, line, measure, category)
    where coalesce(s.count, 0) <> coalesce(d.count, 0)
  union all
  select tenant, line, '', happened, null, 'stages-' || span || ':took', stage, '', bucket,
      coalesce(s.count, 0)::bigint, coalesce(d.count, 0)::bigint
    from cube_of_stages s full join (select * from stages_summed where slot = -1) d
      using (span, line, happened, tenant, stage, bucket)
    where coalesce(s.count, 0) <> coalesce(d.count, 0)
  union all
  select tenant, '', '', happened, null, 'waiting-' || span || ':unopened', '', '', 0,
      coalesce(s.count, 0)::bigint, coalesce(d.count, 0)::bigint
    from cube_of_waiting s full join (select * from waiting_summed where slot = -1) d using (span, tenant, happened)
    where coalesce(s.count, 0) <> coalesce(d.count, 0)
$$;
