-- Why: a force's own FOI officer answers "how many" from the same cube as the national body, and reads no report.

-- A contact is counted for whom it was first routed to, all else for whoever held the report (packages/figures).
grant select on cube, cube_month to tenant;
create policy cube_read_by_its_tenant on cube for select to tenant
  using (case when measure like 'contact%' then routed_to else tenant end = (select current_tenant()));
create policy cube_month_read_by_its_tenant on cube_month for select to tenant
  using (case when measure like 'contact%' then routed_to else tenant end = (select current_tenant()));

-- A lead lets a colleague read the figures, or no longer; nobody is left without a role.
create function let_read_figures(the_lead uuid, the_person uuid, the_may boolean)
  returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not is_lead_here(the_lead) then raise exception 'wrong-role' using errcode = 'CD002'; end if;
  update staff s set roles = case when the_may then array_append(array_remove(s.roles, 'figures'), 'figures')
      else array_remove(s.roles, 'figures') end
    where s.tenant = session_user and s.id = the_person and s.active
      and (the_may or s.roles <> array['figures']);
  if not found then raise exception 'not-held' using errcode = 'CD002'; end if;
end $$;
grant execute on function let_read_figures(uuid, uuid, boolean) to tenant;
