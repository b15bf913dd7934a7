-- Why: warnings about the worst offenders lay in different places and nobody joined them. Each person concerned leaves
-- fingerprints: keyed hashes of what was said of them, under a key that only the desk's browsers have (domain rules §12).

create table fingerprint (
  tenant text not null,
  report uuid not null,
  person smallint not null check (person between 1 and 99),
  kind text not null check (kind in ('name', 'name-folded', 'name-sound', 'number', 'number-surname', 'name-unit',
    'surname-unit', 'car')),
  hash bytea not null check (length(hash) = 16),
  -- Of the inbox key that its key is derived from.
  generation integer not null,
  primary key (tenant, kind, hash, report, person)
);
create index fingerprint_by_report on fingerprint (tenant, report, person);
alter table fingerprint alter tenant set statistics 0;
alter table fingerprint enable row level security;
alter table fingerprint force row level security;
create policy fingerprint_all_by_owner on fingerprint to owner using (true) with check (true);
create policy fingerprint_read_by_its_tenant on fingerprint for select to tenant
  using (tenant = (select current_tenant()));
grant select on fingerprint to tenant;

-- Describes one person concerned: the event with its sealed words, and the fingerprints in place of any earlier ones.
create function describe_person(the_report uuid, the_person uuid, the_number integer, the_concerned integer,
    the_generation integer, the_kinds text[], the_hashes bytea[], the_words bytea, the_signature bytea)
  returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into event (tenant, report, number, kind, person, detail, words, signature)
    values (session_user, the_report, the_number, 'concerned', the_person,
      jsonb_build_object('person', the_concerned), the_words, the_signature);
  delete from fingerprint f
    where f.tenant = session_user and f.report = the_report and f.person = the_concerned;
  insert into fingerprint (tenant, report, person, kind, hash, generation)
    select distinct session_user, the_report, the_concerned::smallint, t.kind, t.hash, the_generation
    from unnest(the_kinds, the_hashes) t (kind, hash);
end $$;
grant execute on function describe_person(uuid, uuid, integer, integer, integer, text[], bytea[], bytea, bytea) to tenant;

-- Under another desk's key they would compare with nothing.
select change_function('transfer_report', $$  update mailbox set holder = the_target where report = the_report;$$, $$  delete from fingerprint f where f.tenant = session_user and f.report = the_report;
  update mailbox set holder = the_target where report = the_report;$$);
