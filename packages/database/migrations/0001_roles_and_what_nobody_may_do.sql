-- Why: every login starts with nothing, and can become nobody else (design §5).
-- Roles belong to the cluster, so each is made only where it isn't there yet; passwords are set by `candour migrate`.
do $$
begin
  if not exists (select from pg_roles where rolname = 'tenant') then create role tenant nologin; end if;
  if not exists (select from pg_roles where rolname = 'intake') then create role intake login; end if;
  if not exists (select from pg_roles where rolname = 'identity') then create role identity login; end if;
  if not exists (select from pg_roles where rolname = 'national') then create role national login; end if;
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to tenant, intake, identity, national', current_database());
end $$;

revoke all on schema public from public;
grant usage on schema public to tenant, intake, identity, national;
alter default privileges revoke execute on functions from public;

-- The login itself: no setting to forget or to inject.
create function current_tenant() returns text language sql stable return current_user::text;

-- The seed and the tests play days that are past. Only the owner writes a row here, for one connection of their own,
-- and for a short while: a later process may get the same number.
create table clock (
  connection integer primary key,
  at timestamptz not null,
  expires timestamptz not null
);

-- Now, or the moment the owner gave this very connection.
create function moment() returns timestamptz language sql stable security definer set search_path = public, pg_temp
  return coalesce((select c.at from clock c where c.connection = pg_backend_pid() and c.expires > now()), now());

create function today() returns date language sql stable security definer set search_path = public, pg_temp
  return (moment() at time zone 'Europe/London')::date;

create table bank_holiday (day date primary key);

-- Day 0 is the day itself (domain rules §6); the same rule as addWorkingDays in packages/domain.
create function add_working_days(from_day date, count integer) returns date
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  result date := from_day;
  remaining integer := count;
begin
  while remaining > 0 loop
    result := result + 1;
    if extract(isodow from result) < 6 and not exists (select from bank_holiday b where b.day = result) then
      remaining := remaining - 1;
    end if;
  end loop;
  return result;
end $$;
