-- Why: a small count that a release hides must not be worked out from a later one, so all that ever went out is kept
-- with what was hidden in it (decision 0020). It is as secret as the cube and says nothing of one report.
create table released (
  number integer primary key check (number > 0),
  name text not null unique check (length(name) between 1 and 120),
  entered timestamptz not null,
  -- A list of protected tables, as packages/figures/src/protection/cell.ts describes them.
  tables jsonb not null check (jsonb_typeof(tables) = 'array')
);

alter table released enable row level security;
alter table released force row level security;
create policy released_all_by_owner on released to owner using (true) with check (true);
create policy released_read_by_national on released for select to national using (true);
grant select on released to national;

create function released_stays() returns trigger language plpgsql as $$
begin
  raise exception 'What was released stays in the register.' using errcode = '42501';
end $$;
create trigger released_stays before update or delete on released
  for each row execute function released_stays();
create trigger released_stays_whole before truncate on released
  for each statement execute function released_stays();

-- Enters what is going out, beside `the_last` that it was checked against. Refused (CD001) where something else went out
-- in between: two that are each safe may together not be. The caller checks again.
create function enter_in_register(the_last integer, the_name text, the_tables jsonb)
  returns integer language plpgsql security definer set search_path = public, pg_temp as $$
begin
  lock table released in exclusive mode; -- readers go on reading
  if the_last <> (select coalesce(max(r.number), 0) from released r) then
    raise exception 'register-moved' using errcode = 'CD001';
  end if;
  insert into released (number, name, entered, tables) values (the_last + 1, the_name, moment(), the_tables);
  return the_last + 1;
end $$;
grant execute on function enter_in_register(integer, text, jsonb) to national;
