-- Why: most of a morning's reports end in one of a few decisions. A lead writes each once, under a key; its words say
-- nothing of any one report, so they lie in the clear, and are sealed like others at each report where they are used.
create table usual_decision (
  tenant text not null references tenant,
  key smallint not null check (key between 1 and 9),
  name text not null check (length(name) between 1 and 60),
  kind text not null,
  -- What would be chosen and typed in the decision's form, by field.
  fields jsonb not null check (jsonb_typeof(fields) = 'object' and length(fields::text) <= 4000),
  primary key (tenant, key)
);
alter table usual_decision enable row level security;
alter table usual_decision force row level security;
create policy usual_decision_all_by_owner on usual_decision to owner using (true) with check (true);
create policy usual_decision_read_by_its_tenant on usual_decision for select to tenant
  using (tenant = (select current_tenant()));
grant select on usual_decision to tenant;

-- A lead's to write, and, without a kind, to take away.
create function set_usual_decision(the_person uuid, the_key integer, the_name text, the_kind text, the_fields jsonb)
  returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from staff s where s.tenant = session_user and s.id = the_person and s.active
      and 'lead' = any (s.roles)) then
    raise exception 'wrong-role' using errcode = 'CD002';
  end if;
  delete from usual_decision u where u.tenant = session_user and u.key = the_key;
  if the_kind is not null then
    insert into usual_decision values (session_user, the_key, the_name, the_kind, the_fields);
  end if;
end $$;
revoke all on function set_usual_decision(uuid, integer, text, text, jsonb) from public;
grant execute on function set_usual_decision(uuid, integer, text, text, jsonb) to tenant;
