-- Why: the public's pages say that a force is paused; its own desk must not learn it from reports that don't come.

-- Since when the national desk takes this desk's new reports because the national body paused it; null where it doesn't.
create function paused_here() returns timestamptz
  language sql stable security definer set search_path = public, pg_temp
  return paused_since(session_user);
revoke all on function paused_here() from public;
grant execute on function paused_here() to tenant;
