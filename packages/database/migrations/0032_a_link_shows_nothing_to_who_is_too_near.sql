-- Why: a link (0029) says that two reports are about one person or one night. Who is too near to one of them (0027) learns
-- nothing of it at the other, and links nothing to it.
create or replace function may_see_report(of_tenant text, the_report uuid, the_person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select from report r where r.tenant = of_tenant and r.id = the_report
    and (r.restricted_to is null or the_person = any (r.restricted_to))) and too_near(of_tenant, the_report, the_person) is null;
