-- Why: signing in needs one record, one session, one invitation at a time, and no list of anybody.

-- One person's OPAQUE record by sign-in name; no row where there is none (identity answers with OPAQUE's decoy).
create function record_of(the_name text)
  returns table (tenant text, person uuid, record text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.tenant, s.id, a.record from staff s join account a on a.tenant = s.tenant and a.person = s.id
    where s.name = the_name and s.active
$$;

-- The person's key, sealed under OPAQUE's export key: given after the sign-in has been proved.
create function sealed_key_of(the_person uuid) returns bytea
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.sealed_key from account a where a.person = the_person
$$;

create function invitation_of(the_hash bytea)
  returns table (tenant text, person uuid, name text, shown_name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.tenant, s.id, s.name, s.shown_name from invitation i join staff s on s.tenant = i.tenant and s.id = i.person
    where i.hash = the_hash and i.expires > moment() and s.active
$$;

-- The first sign-in: stores the record and the key's public halves once, and ends the invitation.
create function register(the_hash bytea, the_record text, the_sealed_key bytea, the_recipient text, the_signing_key bytea)
  returns table (tenant text, person uuid) language plpgsql security definer set search_path = public, pg_temp as $$
declare
  used invitation;
begin
  delete from invitation i where i.hash = the_hash and i.expires > moment() returning * into used;
  if used.person is null then
    raise exception 'This invitation has been used or has ended.' using errcode = 'CD004';
  end if;
  insert into account (person, tenant, record, sealed_key) values (used.person, used.tenant, the_record, the_sealed_key)
    on conflict on constraint account_pkey do update
      set record = excluded.record, sealed_key = excluded.sealed_key;
  update staff s set recipient = the_recipient, signing_key = the_signing_key
    where s.tenant = used.tenant and s.id = used.person;
  -- A new key can't open what was granted to the old one: a colleague grants again.
  delete from inbox_grant g where g.tenant = used.tenant and g.person = used.person;
  delete from session x where x.tenant = used.tenant and x.person = used.person;
  return query select used.tenant, used.person;
end $$;

create function start_session(
    the_hash bytea, the_person uuid, the_session_key bytea, the_started timestamptz, the_expires timestamptz)
  returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from session x where x.expires < now();
  insert into session (hash, tenant, person, session_key, started, expires)
    select the_hash, s.tenant, s.id, the_session_key, the_started, the_expires
    from staff s where s.id = the_person and s.active;
  if not found then raise exception 'No such person.' using errcode = '42501'; end if;
end $$;

create function session_of(the_hash bytea)
  returns table (tenant text, person uuid, name text, shown_name text, roles text[], session_key bytea,
                 started timestamptz, expires timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.tenant, s.id, s.name, s.shown_name, s.roles, x.session_key, x.started, x.expires
    from session x join staff s on s.tenant = x.tenant and s.id = x.person
    where x.hash = the_hash and s.active
$$;

create function extend_session(the_hash bytea, the_expires timestamptz) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update session set expires = the_expires where hash = the_hash
$$;

create function end_session(the_hash bytea) returns void
  language sql security definer set search_path = public, pg_temp as $$
  delete from session where hash = the_hash
$$;

create function end_sessions_of(the_person uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  delete from session where person = the_person
$$;

-- Wrong passphrases for a name in the last quarter of an hour. Whether the name exists makes no difference.
create function failed_sign_ins(the_hash bytea) returns integer
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select f.failures from failed_sign_in f
    where f.hash = the_hash and f.last > now() - interval '15 minutes'), 0)
$$;

create function note_failed_sign_in(the_hash bytea) returns void
  language sql security definer set search_path = public, pg_temp as $$
  delete from failed_sign_in where last < now() - interval '15 minutes';
  insert into failed_sign_in as was (hash, failures, last) values (the_hash, 1, now())
    on conflict (hash) do update set failures = was.failures + 1, last = now();
$$;

create function forget_failed_sign_ins(the_hash bytea) returns void
  language sql security definer set search_path = public, pg_temp as $$
  delete from failed_sign_in where hash = the_hash
$$;
