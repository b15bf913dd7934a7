-- Why: a second attack on the figures found that a corrected assessment left an outcome about nobody, and a count below
-- zero; and what its other findings need.

-- What the report was before it last arrived is history; and whoever has an outcome is somebody concerned.
select change_function('event_refusal', $$    if target.number is null
$$, $$    if target.number is null or target.number < coalesce((select max(a.number) from event a
        where a.tenant = of_tenant and a.report = of_report and a.kind = 'arrived'), 0)
$$);
select change_function('event_refusal', $$    if not is_lead and target.person <> actor then return 'wrong-role'; end if;$$,
  $$    if target.kind = 'assessed' and cardinality(s.decided) > 0 then return 'outcomes-stand'; end if;
    if not is_lead and target.person <> actor then return 'wrong-role'; end if;$$);
