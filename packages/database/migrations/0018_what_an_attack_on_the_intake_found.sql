-- Why: an attack on the reporter's side found how files could fill the disk, how a message could seem read or removed that
-- nobody had seen, and how a report that moved twice could not move again.

-- Only who opens the report has its messages before them: who answers from a page of yesterday has not.
select change_function('event_moves_report', $$    -- Whoever has read the report has its messages before them.
    message_waiting = message_waiting and new.kind not in ('opened', 'messaged'),$$, $$    -- Whoever opens the report has its messages before them; who only answers may not have.
    message_waiting = message_waiting and new.kind <> 'opened',$$);

-- "Wrote to the reporter" stands in the history only where the reporter gets something to read.
select change_function('event_may_follow', $$  if refusal is not null then raise exception '%', refusal using errcode = 'CD002'; end if;$$, $$  if refusal is not null then raise exception '%', refusal using errcode = 'CD002'; end if;
  if new.kind = 'messaged' and (new.words is null or not new.detail ? 'message') then
    raise exception 'A message has its place and its words.' using errcode = '22023';
  end if;$$);

-- A report that went away, came back and goes away again has a kept key of this desk already: the newer one counts.
select change_function('transfer_report', $$  -- Handed out to nobody any more$$, $$  delete from wrap w where w.tenant = session_user and w.report = the_report
    and starts_with(w.holder, 'kept:' || session_user || ':');
  -- Handed out to nobody any more$$);

select change_function('write_message', $$  if r.id is null then return 'none'; end if;$$, $$  if r.id is null then
    -- It may have changed hands while this waited for its row: a statement anew sees where it is now.
    select b.* into r from mailbox told
      join mailbox each on each.report = told.report or each.referral_of = told.report
      join report b on b.tenant = each.holder and b.id = each.report
      where told.hash = sha256(address) and b.id = the_report for update of b;
  end if;
  if r.id is null then return 'none'; end if;$$);

-- Takes the messages that were shown out of the reporter's sight, and none that came meanwhile: of each report up to a
-- number of the team's and one of the reporter's. Answers how many.
drop function remove_messages(bytea);
create function remove_messages(address bytea, the_reports uuid[], last_from_team integer[], last_from_reporter integer[])
  returns integer language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
  taken integer;
begin
  update message m set removed = true
    from mailbox told, mailbox each,
      unnest(the_reports, last_from_team, last_from_reporter) shown (report, from_team, from_reporter)
    where told.hash = sha256(address) and (each.report = told.report or each.referral_of = told.report)
      and m.tenant = each.holder and m.report = each.report and not m.removed and shown.report = m.report
      and m.number <= case when m.from_reporter then shown.from_reporter else shown.from_team end;
  get diagnostics taken = row_count;
  return taken;
end $$;
grant execute on function remove_messages(bytea, uuid[], integer[], integer[]) to intake;

-- Nobody of a desk has opened the report since the file was begun: until then nothing says that it is worth its place.
alter table sealed_file add column unopened boolean not null default true;
update sealed_file f set unopened = false
  from report r where r.tenant = f.tenant and r.id = f.report and r.opened;
create index sealed_file_by_unopened on sealed_file (tenant, report) include (bytes) where unopened;
create index sealed_file_by_day on sealed_file (tenant, day) where not finished;
select change_function('event_moves_report', $$  -- Whoever assesses has read it$$, $$  if new.kind = 'opened' then
    update sealed_file f set unopened = false where f.tenant = new.tenant and f.report = new.report and f.unopened;
  end if;
  -- Whoever assesses has read it$$);

-- Answers 'no-room' beside what it answered before, where reports that nobody has opened have too many files in all.
select change_function('begin_file', $$  days_to_finish constant integer := 7;$$, $$  days_to_finish constant integer := 7;
  -- What a file comes to, at most: counted where its size isn't known yet.
  largest constant bigint := 106954752;
  -- And what it is counted as at least, so that there are never too many to sum up.
  smallest constant bigint := 1048576;
  -- Ten of the largest, as the page promises.
  most_of_one constant bigint := 10 * largest;
  -- 64 GiB for the files of all reports that nobody has opened; the rest of the disk is for reports. One report takes no
  -- more than a sixteenth of what is left, so that a photo finds room when films no longer do.
  most_of_all constant bigint := 68719476736;
  part_of_rest constant integer := 16;
  is_unopened boolean;
  of_this bigint;
  of_others bigint;$$);
select change_function('begin_file', $$  perform from report r where r.tenant = the_holder and r.id = the_report for no key update;$$, $$  select not r.opened into is_unopened from report r
    where r.tenant = the_holder and r.id = the_report for no key update;
  if not found then return 'unknown'; end if; -- it changed hands in this moment$$);
select change_function('begin_file', $$  insert into sealed_file (tenant, report, id, bytes, day) values (the_holder, the_report, the_id, the_bytes, today());$$, $$  if is_unopened then
    select greatest(coalesce(the_bytes, largest), smallest) + coalesce(sum(f.counts) filter (where f.is_this), 0),
        coalesce(sum(f.counts) filter (where not f.is_this), 0)
      into of_this, of_others
      from (select greatest(coalesce(u.bytes, largest), smallest) counts,
          u.tenant = the_holder and u.report = the_report is_this from sealed_file u where u.unopened) f;
    if of_this > most_of_one then return 'full'; end if;
    if of_this > (most_of_all - of_others) / part_of_rest then return 'no-room'; end if;
  end if;
  insert into sealed_file (tenant, report, id, bytes, day, unopened)
    values (the_holder, the_report, the_id, the_bytes, today(), is_unopened);$$);

-- Takes away files of all reports that nobody has finished within a week, a hundred at a time; answers how many.
create function forget_unfinished_files() returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  days_to_finish constant integer := 7;
  taken integer;
begin
  delete from sealed_file f
    using (select u.tenant, u.report, u.id from sealed_file u
      where not u.finished and u.day < today() - days_to_finish limit 100 for update skip locked) old
    where f.tenant = old.tenant and f.report = old.report and f.id = old.id;
  get diagnostics taken = row_count;
  return taken;
end $$;
grant execute on function forget_unfinished_files() to intake;
