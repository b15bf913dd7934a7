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
