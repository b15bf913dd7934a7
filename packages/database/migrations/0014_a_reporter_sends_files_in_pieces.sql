-- Why: photos and recordings of up to 100 MiB come sealed over networks that break, piece by piece, and go where their
-- report goes. Nothing here says what a file is called, what it is or which message it belongs to: its entry, sealed in
-- a message, does.
create table sealed_file (
  tenant text not null,
  report uuid not null,
  id uuid not null,
  -- How many bytes it will have once it is here; not known where a browser without script sends it.
  bytes integer check (bytes between 1 and 106954752), -- 102 MiB: 100 MiB, padded and sealed
  pieces integer not null default 0,
  stored integer not null default 0 check (stored <= coalesce(bytes, 106954752)),
  finished boolean not null default false,
  day date not null,
  primary key (tenant, report, id),
  foreign key (tenant, report) references report (tenant, id) on update cascade
);

-- Each but the last has 1 MiB.
create table file_piece (
  tenant text not null,
  report uuid not null,
  file uuid not null,
  number integer not null check (number >= 0),
  piece bytea not null check (length(piece) between 1 and 1048576),
  primary key (tenant, report, file, number),
  foreign key (tenant, report, file) references sealed_file (tenant, report, id) on update cascade on delete cascade
);
alter table file_piece alter column piece set storage external; -- what is sealed doesn't compress
alter table sealed_file alter tenant set statistics 0;
alter table file_piece alter tenant set statistics 0;

do $$
declare
  name text;
begin
  foreach name in array array['sealed_file', 'file_piece'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to owner using (true) with check (true)', name || '_all_by_owner', name);
  end loop;
end $$;

-- Who holds a report, for whoever knows the address of its mailbox; null where it isn't that mailbox's, or not here yet.
create function holder_for(address bytea, the_report uuid) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select r.tenant
    from mailbox told
      join mailbox each on each.report = told.report or each.referral_of = told.report
      join report r on r.tenant = each.holder and r.id = each.report
    where told.hash = sha256(address) and each.report = the_report
$$;

-- Makes room for one file. Answers 'begun', also for a repeat; 'unknown' where the mailbox has no such report; 'full'
-- where the report has as many files as it may; 'conflict' where the id is another file's.
create function begin_file(address bytea, the_report uuid, the_id uuid, the_bytes integer)
  returns text language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
  most_files constant integer := 40;
  days_to_finish constant integer := 7;
  the_holder text := holder_for(address, the_report);
  known sealed_file;
begin
  if the_holder is null then return 'unknown'; end if;
  -- One after another, or two would both be the last that fits.
  perform from report r where r.tenant = the_holder and r.id = the_report for no key update;
  select * into known from sealed_file f where f.tenant = the_holder and f.report = the_report and f.id = the_id;
  if found then
    return case when known.bytes is not distinct from the_bytes or (known.finished and the_bytes is null)
      then 'begun' else 'conflict' end;
  end if;
  -- Whoever began one has given it up by now.
  delete from sealed_file f where f.tenant = the_holder and f.report = the_report
    and not f.finished and f.day < today() - days_to_finish;
  if (select count(*) from sealed_file f where f.tenant = the_holder and f.report = the_report) >= most_files then
    return 'full';
  end if;
  insert into sealed_file (tenant, report, id, bytes, day) values (the_holder, the_report, the_id, the_bytes, today());
  return 'begun';
end $$;

-- How much of a file is here; no row where it was never begun, or isn't that mailbox's.
create function file_state(address bytea, the_report uuid, the_id uuid)
  returns table (bytes integer, stored integer, finished boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select f.bytes, f.stored, f.finished from sealed_file f
    where f.tenant = holder_for(address, the_report) and f.report = the_report and f.id = the_id
$$;

-- Adds one piece, and answers how many bytes are here now: as before for a repeat, and for a piece that isn't the next.
-- Null where the file was never begun, or isn't that mailbox's.
create function add_file_piece(address bytea, the_report uuid, the_id uuid, the_number integer, the_piece bytea,
    the_last boolean)
  returns integer language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
  piece_bytes constant integer := 1048576;
  known sealed_file;
begin
  select * into known from sealed_file f
    where f.tenant = holder_for(address, the_report) and f.report = the_report and f.id = the_id for no key update;
  if not found then return null; end if;
  if known.finished or the_number <> known.pieces then return known.stored; end if;
  if not the_last and length(the_piece) <> piece_bytes then
    raise exception 'Each piece but the last is whole.' using errcode = '22023';
  end if;
  if the_last and known.bytes is not null and known.stored + length(the_piece) <> known.bytes then
    raise exception 'The last piece ends the file.' using errcode = '22023';
  end if;
  insert into file_piece (tenant, report, file, number, piece)
    values (known.tenant, the_report, the_id, the_number, the_piece);
  update sealed_file f set pieces = f.pieces + 1, stored = f.stored + length(the_piece), finished = the_last,
      bytes = case when the_last then f.stored + length(the_piece) else f.bytes end
    where f.tenant = known.tenant and f.report = the_report and f.id = the_id
    returning f.stored into known.stored;
  return known.stored;
end $$;

-- Takes back a file that was not sent whole. What was sent stays: it may be named in a message already.
create function drop_file(address bytea, the_report uuid, the_id uuid)
  returns void language sql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
  delete from sealed_file f
    where f.tenant = holder_for(address, the_report) and f.report = the_report and f.id = the_id and not f.finished
$$;

-- One piece of a file that is here whole, only after an `opened` event of an earlier, committed transaction by the same
-- person, as read_body; within half an hour, since 100 MiB take longer than a minute. Null after the last.
create function read_file_piece(the_report uuid, the_person uuid, the_file uuid, the_number integer)
  returns bytea language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select from event e
      where e.tenant = session_user and e.report = the_report and e.kind = 'opened' and e.person = the_person
        and e.at > moment() - interval '30 minutes'
        and e.opened_in is distinct from pg_current_xact_id_if_assigned()) then
    raise exception 'Open the report first: an opening is recorded before anything is read.' using errcode = 'CD003';
  end if;
  return (
    select p.piece from file_piece p
      join sealed_file f on f.tenant = p.tenant and f.report = p.report and f.id = p.file
      where p.tenant = session_user and p.report = the_report and p.file = the_file and p.number = the_number
        and f.finished);
end $$;

grant execute on function begin_file(bytea, uuid, uuid, integer) to intake;
grant execute on function file_state(bytea, uuid, uuid) to intake;
grant execute on function add_file_piece(bytea, uuid, uuid, integer, bytea, boolean) to intake;
grant execute on function drop_file(bytea, uuid, uuid) to intake;
grant execute on function read_file_piece(uuid, uuid, uuid, integer) to tenant;
