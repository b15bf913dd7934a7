-- Why: the public sees each desk's heartbeat in bands, once a week. What a week showed stays as it was, so that whoever reads
-- it again, or writes the pages again, sees the same (design §5).
create table heartbeat_week (
  monday date primary key check (extract(isodow from monday) = 1),
  frozen timestamptz not null,
  -- Each desk with its band, by working days: {"kent": "within-7"}. Nothing finer.
  bands jsonb not null check (jsonb_typeof(bands) = 'object')
);

alter table heartbeat_week enable row level security;
alter table heartbeat_week force row level security;
create policy heartbeat_week_all_by_owner on heartbeat_week to owner using (true) with check (true);
create policy heartbeat_week_read_by_national on heartbeat_week for select to national using (true);
grant select on heartbeat_week to national;

create function heartbeat_week_stays() returns trigger language plpgsql as $$
begin
  raise exception 'A week stays as it was shown.' using errcode = '42501';
end $$;
create trigger heartbeat_week_stays before update or delete on heartbeat_week
  for each row execute function heartbeat_week_stays();
create trigger heartbeat_week_stays_whole before truncate on heartbeat_week
  for each statement execute function heartbeat_week_stays();

-- The Monday whose heartbeats are due now, from its 9:30 on; none where they are frozen already.
create function heartbeat_due() returns date
  language sql stable security definer set search_path = public, pg_temp
  return (select due.monday from (select date_trunc('week', today()::timestamp)::date as monday) due
    where moment() >= half_past_nine(due.monday)
      and not exists (select from heartbeat_week w where w.monday = due.monday));

-- Freezes this week's heartbeats, once; whoever comes second changes nothing. No other week can be written.
create function freeze_heartbeats(the_monday date, the_bands jsonb)
  returns boolean language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
begin
  if the_monday is distinct from heartbeat_due() then return false; end if;
  if exists (select from jsonb_each(the_bands) b where b.value not in ('"within-7"', '"over-7"', '"over-28"')) then
    raise exception 'A heartbeat is one of three bands.' using errcode = '22023';
  end if;
  insert into heartbeat_week (monday, frozen, bands) values (the_monday, moment(), the_bands) on conflict do nothing;
  return found;
end $$;

grant execute on function heartbeat_due(), freeze_heartbeats(date, jsonb) to national;
