-- Why: some patterns that a lead must see can't be told from threats and grounds, so an assessment may say them as codes;
-- and whoever's session is stolen, or who must not read any more, has to be able to end it, or have it ended.

select change_function('detail_fits', $$    when kind = 'assessed' then detail -$$, $$    when kind = 'assessed' and detail ? 'signs' and not is_code_list(detail -> 'signs',
      array['exposure', 'rape', 'firearms', 'victims', 'met-on-duty', 'rudeness', 'chat-group'], 7) then false
    when kind = 'assessed' then detail -$$);
select change_function('detail_fits', $$      and detail - array['danger', 'conflict', 'grounds',$$, $$      and detail - array['danger', 'conflict', 'signs', 'grounds',$$);
-- A person concerned who leaves, rejoins or changes force while the report is open.
select change_function('detail_fits', $$'outcome-notified', 'explained')$$, $$'outcome-notified', 'explained', 'moved')$$);

-- A lead's first page of the day asks for what was assessed with a sign, and for whom a lead matched, of all that a desk
-- ever recorded.
create index event_by_assessment on event (tenant, report, number) where kind = 'assessed';
create index event_by_sign on event (tenant, report, number) where kind = 'assessed' and detail ? 'signs';
create index event_by_match on event (tenant, report, number) where kind = 'matched';

-- The sessions of whoever holds this one: nobody can ask for another's.
create function sessions_with(the_hash bytea) returns table (own boolean, started timestamptz, expires timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select x.hash = the_hash, x.started, x.expires
    from session mine join session x on x.tenant = mine.tenant and x.person = mine.person
    where mine.hash = the_hash and x.expires > now() order by x.started desc
$$;
grant execute on function sessions_with(bytea) to identity;

-- A lead of the desk takes a colleague's access away: what opens the desk's inbox for them, and every session of theirs.
-- Somebody else must still open the desk, or nobody ever could again.
create function take_access(the_person uuid, the_lead uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from staff s where s.tenant = session_user and s.id = the_lead and s.active
      and 'lead' = any (s.roles)) then
    raise exception 'wrong-role' using errcode = 'CD002';
  end if;
  perform from inbox_grant g where g.tenant = session_user for update;
  if not exists (select from inbox_grant g join staff s on s.tenant = g.tenant and s.id = g.person
      where g.tenant = session_user and g.person <> the_person and s.active
        and g.generation = (select max(k.generation) from inbox_key k where k.tenant = session_user)) then
    raise exception 'last-access' using errcode = 'CD002';
  end if;
  delete from inbox_grant g where g.tenant = session_user and g.person = the_person;
  delete from session x where x.tenant = session_user and x.person = the_person;
end $$;
grant execute on function take_access(uuid, uuid) to tenant;
