-- Why: whoever finds that a file is unlawful to look at keeps it from every colleague at once. The state lies at the file,
-- so that it follows the report to another desk.
alter table sealed_file add column quarantined boolean not null default false;
update sealed_file f set quarantined = true
  from (select distinct on (e.tenant, e.report, e.detail ->> 'file') e.tenant, e.report, e.detail ->> 'file' as file, e.kind
    from event e where e.kind in ('quarantined', 'quarantine-lifted')
    order by e.tenant, e.report, e.detail ->> 'file', e.number desc) last
  where f.tenant = last.tenant and f.report = last.report and f.id::text = last.file and last.kind = 'quarantined';

select change_function('event_moves_report', $$  -- Whoever assesses has read it$$, $$  if new.kind in ('quarantined', 'quarantine-lifted') then
    update sealed_file f set quarantined = new.kind = 'quarantined'
      where f.tenant = new.tenant and f.report = new.report and f.id = (new.detail ->> 'file')::uuid;
  end if;
  -- Whoever assesses has read it$$);

select change_function('read_file_piece', $$  return (
    select p.piece$$, $$  if exists (select from sealed_file f where f.tenant = session_user and f.report = the_report and f.id = the_file
      and f.quarantined) then
    raise exception 'The file is quarantined: it is handed out to nobody.' using errcode = 'CD007';
  end if;
  return (
    select p.piece$$);
