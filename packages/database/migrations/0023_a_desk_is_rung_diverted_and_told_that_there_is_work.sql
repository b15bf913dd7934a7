-- Why: a dead desk still receives, so at one hour somebody is rung; at night new reports may go to the national desk; and
-- in the morning whoever works here is told that there is work, and nothing else.

-- Set by the national desk, where a force doesn't answer.
alter table desk_setting add column diverted_until timestamptz;

create function is_diverted(of_tenant text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return coalesce((select d.diverted_until > moment()
      or case when d.divert_from < d.divert_to
        then clock.now >= d.divert_from and clock.now < d.divert_to
        else clock.now >= d.divert_from or clock.now < d.divert_to end
    from desk_setting d, (select (moment() at time zone 'Europe/London')::time as now) clock
    where d.tenant = of_tenant), false);

-- As before, and: whether the desk has its new reports taken by the national desk just now.
drop function recipients();
create function recipients() returns table (tenant text, generation integer, recipient text, diverted boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct on (k.tenant) k.tenant, k.generation, k.recipient, is_diverted(k.tenant)
    from inbox_key k order by k.tenant, k.generation desc
$$;
revoke all on function recipients() from public;
grant execute on function recipients() to intake;

-- How many wait in danger for more than an hour at each other desk, and whom to ring: the national desk's to ask, without
-- anything of a report.
create function danger_waiting()
  returns table (tenant text, waiting integer, since timestamptz, on_call text, diverted boolean, diverted_until timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if session_user <> 'national-desk' then
    raise exception 'The national desk rings.' using errcode = '42501';
  end if;
  return query
    select k.tenant, coalesce(w.waiting, 0), w.since, d.on_call, is_diverted(k.tenant),
        case when d.diverted_until > moment() then d.diverted_until end
      from (select distinct i.tenant from inbox_key i where i.tenant <> 'national-desk') k
      left join desk_setting d on d.tenant = k.tenant
      left join lateral (
        select count(*)::integer as waiting, min(each.since) as since
          from report r
            cross join lateral (select coalesce(r.danger_hour, (select max(e.at) from event e
              where e.tenant = r.tenant and e.report = r.id and e.kind = 'danger-flagged')) as since) each
          where r.tenant = k.tenant and r.stage <> 'closed' and r.urgency = 0
            and each.since <= moment() - interval '1 hour') w on true
      order by coalesce(w.waiting, 0) = 0, k.tenant;
end $$;

-- For some hours, or not any more: by the national desk, for a force that doesn't answer.
create function divert_desk(the_person uuid, the_tenant text, the_hours integer)
  returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if session_user <> 'national-desk' or the_tenant = 'national-desk' or the_hours not between 0 and 72
    or not exists (select from staff s where s.tenant = session_user and s.id = the_person and s.active
      and s.roles && array['officer', 'lead']) then
    raise exception 'wrong-role' using errcode = 'CD002';
  end if;
  insert into desk_setting (tenant, diverted_until)
    values (the_tenant, case when the_hours > 0 then moment() + make_interval(hours => the_hours) end)
    on conflict (tenant) do update set diverted_until = excluded.diverted_until;
end $$;

alter table staff add column mail text check (mail ~ '^[^@\s]{1,64}@[a-z0-9.-]{1,180}$');

-- Each person's own address; null where they want no mail.
create function set_mail(the_person uuid, the_mail text)
  returns void language sql security definer set search_path = public, pg_temp as $$
  update staff set mail = the_mail where tenant = session_user and id = the_person and active
$$;

-- One morning's mail of one desk: whoever makes the row sends it.
create table morning_mail (tenant text, day date, primary key (tenant, day));
alter table morning_mail enable row level security;
alter table morning_mail force row level security;
create policy morning_mail_all_by_owner on morning_mail to owner using (true) with check (true);

create function begin_morning_mail() returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into morning_mail select t.id, today() from tenant t where t.id = session_user on conflict do nothing;
  return found;
end $$;

-- It could not be sent: whoever tries next may.
create function give_up_morning_mail() returns void
  language sql security definer set search_path = public, pg_temp as $$
  delete from morning_mail where tenant = session_user and day = today()
$$;

grant execute on function danger_waiting(), divert_desk(uuid, text, integer), set_mail(uuid, text), begin_morning_mail(),
  give_up_morning_mail() to tenant;

select change_function('set_desk_setting', $$  insert into desk_setting values ($$, $$  insert into desk_setting (tenant, acknowledge, assess, update, review, opening, on_call, divert_from, divert_to) values ($$);
