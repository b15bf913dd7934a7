-- Why: whoever finds a mistake in the directory can say so, without a word about a person and without slowing a report.
-- It is about the map alone: no tenant, nothing of who said it, nothing finer than the day.
create table correction (
  id uuid primary key default gen_random_uuid(),
  day date not null,
  kind text not null check (kind in ('place', 'missing', 'force', 'elsewhere')),
  -- Folded as routing folds names, so that what is alike is counted alike.
  name text not null check (name ~ '^[a-z0-9]+( [a-z0-9]+)*$' and length(name) <= 60),
  -- The force or body elsewhere that it should be; null: they don't know.
  said text check (said ~ '^[a-z]+(-[a-z]+)*$' and length(said) <= 60),
  count integer not null default 1 check (count > 0),
  settled text check (settled in ('taken-over', 'not-right', 'nothing-to-do')),
  settled_on date,
  settled_by uuid,
  check (num_nulls(settled, settled_on, settled_by) in (0, 3)),
  unique nulls not distinct (day, kind, name, said)
);
create index correction_by_kind_name_said on correction (kind, name, said) where settled is null;

alter table correction enable row level security;
alter table correction force row level security;
create policy correction_all_by_owner on correction to owner using (true) with check (true);

-- Counts what somebody says is wrong. Answers 'noted', or 'full' where today has brought as many new ones as anybody
-- could read: a flood fills this table and nothing else.
create function note_correction(the_kind text, the_name text, the_said text)
  returns text language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
  most_a_day constant integer := 500;
begin
  update correction c set count = c.count + 1
    where c.day = today() and c.kind = the_kind and c.name = the_name and c.said is not distinct from the_said;
  if found then return 'noted'; end if;
  perform pg_advisory_xact_lock(hashtext('correction')); -- one after another, or two would both be the last
  if (select count(*) from correction c where c.day = today()) >= most_a_day then return 'full'; end if;
  insert into correction as known (day, kind, name, said) values (today(), the_kind, the_name, the_said)
    on conflict (day, kind, name, said) do update set count = known.count + 1;
  return 'noted';
end $$;

-- Settles a correction and every open one that says the same; answers how many. What is said again on a later day is
-- open again.
create function settle_correction(the_id uuid, the_settlement text, the_person uuid)
  returns integer language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
  settled_now integer;
begin
  if not exists (select from staff s where s.id = the_person and s.active and 'coordinator' = any (s.roles)) then
    raise exception 'A coordinator settles corrections.' using errcode = '42501';
  end if;
  update correction c set settled = the_settlement, settled_on = today(), settled_by = the_person
    from correction chosen
    where chosen.id = the_id and c.settled is null
      and c.kind = chosen.kind and c.name = chosen.name and c.said is not distinct from chosen.said;
  get diagnostics settled_now = row_count;
  return settled_now;
end $$;

grant execute on function note_correction(text, text, text) to intake;

grant select on correction to national;
create policy correction_read_by_national on correction for select to national using (true);
grant execute on function settle_correction(uuid, text, uuid) to national;
