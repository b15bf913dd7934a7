-- Why: a force said that it did not hold a number, and nobody could show what had been asked or answered before. Each
-- request for figures is logged with its due day, its answers are kept as they were given, and what went out is in the
-- register. Of the coordinating body, `tenant` is 'national'; of a force, its own id.

create table foi_request (
  tenant text not null,
  number integer not null check (number > 0),
  -- The authority's own reference, and what is asked: never who asks.
  reference text not null check (length(reference) between 1 and 60),
  question text not null check (length(question) between 1 and 2000),
  received date not null,
  due date not null,
  logged timestamptz not null,
  logged_by uuid not null,
  primary key (tenant, number),
  unique (tenant, reference)
);

-- What was done about a request, appended and never changed; a wrong entry is put right by a further one.
create table foi_step (
  tenant text not null,
  request integer not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('answered', 'hours', 'noted')),
  detail jsonb not null,
  at timestamptz not null,
  by uuid not null,
  primary key (tenant, request, number),
  foreign key (tenant, request) references foi_request (tenant, number)
);

-- A question put to the figures, and the answer once it is made: by the national view alone, which sees the register.
create table foi_pack (
  tenant text not null,
  request integer not null,
  number integer not null check (number > 0),
  question jsonb not null,
  asked timestamptz not null,
  asked_by uuid not null,
  made timestamptz,
  content jsonb,
  problem text,
  primary key (tenant, request, number),
  foreign key (tenant, request) references foi_request (tenant, number),
  check (num_nonnulls(content, problem) <= 1 and (made is null) = (num_nonnulls(content, problem) = 0))
);
create index foi_pack_not_made on foi_pack (tenant, request, number) where made is null;

do $$
declare
  the_table text;
begin
  foreach the_table in array array['foi_request', 'foi_step', 'foi_pack'] loop
    execute format('alter table %I enable row level security', the_table);
    execute format('alter table %I force row level security', the_table);
    execute format('create policy %I on %I to owner using (true) with check (true)', the_table || '_all_by_owner', the_table);
    execute format('create policy %I on %I for select to tenant using (tenant = (select current_tenant()))',
      the_table || '_read_by_its_tenant', the_table);
    execute format('grant select on %I to tenant, national', the_table);
  end loop;
end $$;
create policy foi_request_read_by_national on foi_request for select to national using (tenant = 'national');
create policy foi_step_read_by_national on foi_step for select to national using (tenant = 'national');
-- Every pack: it makes them, and the same question has the same answer. They hold figures alone.
create policy foi_pack_read_by_national on foi_pack for select to national using (true);

create function foi_stays() returns trigger language plpgsql as $$
begin
  raise exception 'What was asked and answered stays.' using errcode = '42501';
end $$;
create trigger foi_request_stays before update or delete on foi_request for each row execute function foi_stays();
create trigger foi_step_stays before update or delete on foi_step for each row execute function foi_stays();
create trigger foi_pack_stays before delete on foi_pack for each row execute function foi_stays();
create trigger foi_pack_stays_made before update on foi_pack
  for each row when (old.made is not null) execute function foi_stays();

-- Whether somebody answers requests for this login: a coordinator for the national body, at a desk who reads its
-- figures. An auditor changes nothing.
create function answers_requests(the_person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select from staff s where s.id = the_person and s.active
    and case session_user when 'national' then 'coordinator' = any (s.roles)
      else s.tenant = session_user and s.roles && array['figures', 'lead'] end);

create function log_request(the_person uuid, the_reference text, the_question text, the_received date)
  returns integer language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
  next_number integer;
begin
  if not answers_requests(the_person) then raise exception 'wrong-role' using errcode = 'CD002'; end if;
  if the_received > today() then raise exception 'not-yet' using errcode = 'CD002'; end if;
  perform pg_advisory_xact_lock(hashtext('foi_request ' || session_user::text));
  if exists (select from foi_request r where r.tenant = session_user::text and r.reference = the_reference) then
    raise exception 'reference-taken' using errcode = 'CD002';
  end if;
  select coalesce(max(r.number), 0) + 1 into next_number from foi_request r where r.tenant = session_user::text;
  insert into foi_request (tenant, number, reference, question, received, due, logged, logged_by)
    -- FOIA s.10: the twentieth working day after it was received.
    values (session_user::text, next_number, the_reference, the_question, the_received,
      add_working_days(the_received, 20), moment(), the_person);
  return next_number;
end $$;

create function add_request_step(the_person uuid, the_request integer, the_kind text, the_detail jsonb)
  returns integer language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
  next_number integer;
begin
  if not answers_requests(the_person) then raise exception 'wrong-role' using errcode = 'CD002'; end if;
  if length(the_detail::text) > 4000 then raise exception 'too-long' using errcode = 'CD002'; end if;
  perform from foi_request r where r.tenant = session_user::text and r.number = the_request for update;
  if not found then raise exception 'no-request' using errcode = 'CD002'; end if;
  select coalesce(max(s.number), 0) + 1 into next_number from foi_step s
    where s.tenant = session_user::text and s.request = the_request;
  insert into foi_step (tenant, request, number, kind, detail, at, by)
    values (session_user::text, the_request, next_number, the_kind, the_detail, moment(), the_person);
  return next_number;
end $$;

-- A desk asks about itself alone.
create function ask_for_pack(the_person uuid, the_request integer, the_pack jsonb)
  returns integer language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
  next_number integer;
begin
  if not answers_requests(the_person) then raise exception 'wrong-role' using errcode = 'CD002'; end if;
  if session_user <> 'national' and (the_pack -> 'question' ->> 'force') is distinct from session_user::text then
    raise exception 'another-force' using errcode = 'CD002';
  end if;
  if length(the_pack::text) > 2000 then raise exception 'too-long' using errcode = 'CD002'; end if;
  -- Each takes seconds, and the next waits for it.
  if (select count(*) from foi_pack p where p.tenant = session_user and p.asked > moment() - interval '1 day') >= 100 then
    raise exception 'too-many' using errcode = 'CD002';
  end if;
  perform from foi_request r where r.tenant = session_user::text and r.number = the_request for update;
  if not found then raise exception 'no-request' using errcode = 'CD002'; end if;
  select coalesce(max(p.number), 0) + 1 into next_number from foi_pack p
    where p.tenant = session_user::text and p.request = the_request;
  insert into foi_pack (tenant, request, number, question, asked, asked_by)
    values (session_user::text, the_request, next_number, the_pack, moment(), the_person);
  return next_number;
end $$;

-- The answer, and what of it went out, in one: an answer that isn't in the register could be given.
create function give_pack(the_tenant text, the_request integer, the_number integer, the_content jsonb, the_problem text,
    the_last integer, the_name text, the_tables jsonb)
  returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update foi_pack p set made = moment(), content = the_content, problem = the_problem
    where p.tenant = the_tenant and p.request = the_request and p.number = the_number and p.made is null;
  if not found then return false; end if;
  if the_tables is not null then perform enter_in_register(the_last, the_name, the_tables); end if;
  return true;
end $$;

-- Who did what, by name, for the log.
create function names_of_answering() returns table (id uuid, shown_name text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select s.id, s.shown_name from staff s
    where case session_user when 'national' then 'coordinator' = any (s.roles) else s.tenant = session_user end;
end;

grant execute on function log_request(uuid, text, text, date), add_request_step(uuid, integer, text, jsonb),
  ask_for_pack(uuid, integer, jsonb), names_of_answering() to tenant, national;
grant execute on function give_pack(text, integer, integer, jsonb, text, integer, text, jsonb) to national;
