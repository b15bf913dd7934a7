-- Why: three people of one unit within a year are a pattern that a lead must see (domain rules §9, `unit`). No login reads the
-- hashes of units (0027), so this says which people agree in one, and neither the unit nor its hash.
create function units_of_several(the_lead uuid, since date) returns table (ends text[])
  language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(distinct t.report || ' ' || t.person) from near_trait t
    join report r on r.tenant = t.tenant and r.id = t.report
    where t.tenant = session_user and t.kind = 'unit' and r.day >= since and is_lead_here(the_lead)
      and (r.restricted_to is null or the_lead = any (r.restricted_to))
      and too_near(t.tenant, t.report, the_lead) is null
    group by t.hash having count(distinct (t.report, t.person)) >= 3
$$;
revoke all on function units_of_several(uuid, date) from public;
grant execute on function units_of_several(uuid, date) to tenant;
