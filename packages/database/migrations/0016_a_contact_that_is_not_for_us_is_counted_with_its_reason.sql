-- Why: who comes with something that is not for this hotline is sent to the right place, and counts as a contact all the
-- same; the figures say how many came for what.

select change_function('detail_fits', $$kind in ('contacted', 'taken',$$, $$kind in ('taken',$$);
-- A contact may carry the reason why it is not for this hotline.
select change_function('detail_fits', $$    when kind = 'reported' then$$, $$    when kind = 'contacted' then names = '{}' or names = '{notForUs}' and detail ->> 'notForUs' in ('emergency', 'crime',
      'service', 'grievance', 'military', 'scotland', 'northern-ireland', 'data')
    when kind = 'reported' then$$);
-- Such a contact is counted by its reason too.
select change_function('counted', $$    return query select e.happened, 'contact', '', 0, 1;$$, $$    return query select e.happened, 'contact', '', 0, 1;
    if e.detail ? 'notForUs' then
      return query select e.happened, 'contact-not-for-us', e.detail ->> 'notForUs', 0, 1;
    end if;$$);

-- Counts a contact that is not for this hotline, once for each id. It is the national desk's, since no force was asked
-- for, and leaves nothing but its day, its line, its channel and its reason.
create function note_contact(the_id uuid, the_line text, the_channel text, the_why text, received date)
  returns text language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
  desk constant text := 'national-desk';
  the_day date := greatest(least(received, today()), today() - 31);
begin
  if the_why is null or the_channel is null or the_channel not in ('online', 'phone')
      or not exists (select from line l where l.id = the_line) then
    raise exception 'A contact has a reason, a line and a channel.' using errcode = '22023';
  end if;
  insert into mailbox (report, hash, digest, holder) values (the_id, null, sha256(uuid_send(the_id)), desk)
    on conflict (report) do nothing;
  if not found then return 'same'; end if;
  insert into event (tenant, report, number, kind, happened, recorded, detail, line, channel, routed_to)
    values (desk, the_id, 1, 'contacted', the_day, today(), jsonb_build_object('notForUs', the_why), the_line,
      the_channel, desk);
  return 'stored';
end $$;

grant execute on function note_contact(uuid, text, text, text, date) to intake;
