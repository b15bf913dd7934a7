-- Why: an attack on the figures found that a coordinator's role counted wherever somebody had it, and that the national
-- login could enter in the register what never went out, and so shut it.

-- What goes out is entered by the functions that let it out, and by nobody beside them.
revoke execute on function enter_in_register(integer, text, jsonb) from national;

-- Coordinators are of the national desk.
select change_function('coordinator_name', $$    where s.id = the_person and s.active and 'coordinator' = any (s.roles));$$,
  $$    where s.id = the_person and s.active and s.tenant = 'national-desk' and 'coordinator' = any (s.roles));$$);
select change_function('settle_correction', $$where s.id = the_person and s.active and 'coordinator' = any (s.roles)$$,
  $$where s.id = the_person and s.active and s.tenant = 'national-desk' and 'coordinator' = any (s.roles)$$);
create or replace function answers_requests(the_person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select from staff s where s.id = the_person and s.active
    and case session_user when 'national' then s.tenant = 'national-desk' and 'coordinator' = any (s.roles)
      else s.tenant = session_user and s.roles && array['figures', 'lead'] end);
