-- Why: the second lock. A query that forgets its filter finds nothing of another force (design §5); the functions
-- above run as the owner, who is no superuser and so needs policies of its own under FORCE.
do $$
declare
  name text;
begin
  foreach name in array array['inbox_key', 'report', 'sealed_body', 'wrap', 'event', 'mailbox', 'staff', 'inbox_grant',
      'account', 'invitation', 'session', 'failed_sign_in', 'cube', 'cube_month', 'line', 'tenant', 'clock'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to owner using (true) with check (true)', name || '_all_by_owner', name);
  end loop;
end $$;

-- A desk: its own reports, events and people.
grant select on report, event, staff, inbox_key, inbox_grant, tenant, line to tenant;
grant insert (tenant, report, number, kind, person, detail, words, signature) on event to tenant;
grant insert on inbox_key, inbox_grant to tenant;
grant update (sealed, granted_by) on inbox_grant to tenant;

create policy report_read_by_its_tenant on report for select to tenant using (tenant = (select current_tenant()));
create policy event_read_by_its_tenant on event for select to tenant using (tenant = (select current_tenant()));
create policy event_added_by_its_tenant on event for insert to tenant with check (tenant = (select current_tenant()));
create policy staff_read_by_its_tenant on staff for select to tenant using (tenant = (select current_tenant()));
create policy inbox_grant_read_by_its_tenant on inbox_grant for select to tenant
  using (tenant = (select current_tenant()));
create policy inbox_grant_added_by_its_tenant on inbox_grant for insert to tenant
  with check (tenant = (select current_tenant()));
-- A grant that doesn't open is replaced by one that does.
create policy inbox_grant_changed_by_its_tenant on inbox_grant for update to tenant
  using (tenant = (select current_tenant())) with check (tenant = (select current_tenant()));
-- The first of a desk makes its key, once. A later generation takes more than one person.
create policy inbox_key_added_by_its_tenant on inbox_key for insert to tenant
  with check (tenant = (select current_tenant()) and generation = 1);
-- Public halves, that every browser may seal to; the directory of tenants and lines is public too.
create policy inbox_key_read_by_any_tenant on inbox_key for select to tenant using (true);
create policy tenant_read_by_any_tenant on tenant for select to tenant using (true);
create policy line_read_by_any_tenant on line for select to tenant using (true);

grant execute on function read_body(uuid, uuid) to tenant;
grant execute on function transfer_report(uuid, uuid, text, integer, bytea, bytea, bytea, integer) to tenant;

-- The national view: the cube and nothing else.
grant select on cube, cube_month to national;
create policy cube_read_by_national on cube for select to national using (true);
create policy cube_month_read_by_national on cube_month for select to national using (true);

-- The public's door: functions, no table.
grant execute on function recipients() to intake;
grant execute on function accept_report(uuid, text, text, text, text, text, text[], text, text, text, bytea, bytea,
  bytea, bytea, integer, date) to intake;
grant execute on function accept_contact(uuid, text, text, text, date) to intake;
grant execute on function mailbox_state(bytea) to intake;

-- Signing in: functions, no table.
grant execute on function record_of(text) to identity;
grant execute on function sealed_key_of(uuid) to identity;
grant execute on function invitation_of(bytea) to identity;
grant execute on function register(bytea, text, bytea, text, bytea) to identity;
grant execute on function start_session(bytea, uuid, bytea, timestamptz, timestamptz) to identity;
grant execute on function session_of(bytea) to identity;
grant execute on function extend_session(bytea, timestamptz) to identity;
grant execute on function end_session(bytea) to identity;
grant execute on function end_sessions_of(uuid) to identity;
grant execute on function failed_sign_ins(bytea) to identity;
grant execute on function note_failed_sign_in(bytea) to identity;
grant execute on function forget_failed_sign_ins(bytea) to identity;

-- What a tenant's own statements and triggers call.
grant execute on function current_tenant(), moment(), today() to tenant;
grant execute on function event_is_ours(), detail_fits(text, jsonb), is_code_list(jsonb, text[], integer),
  is_whole(jsonb, integer, integer) to tenant;
