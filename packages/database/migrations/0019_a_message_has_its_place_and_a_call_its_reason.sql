-- Why: messages of one day stood in an order in which nobody wrote them; a message to several teams could reach some of
-- them and be sent to these again; and saying twice that it isn't over put off the answer. A call that isn't for this
-- hotline ends by the codes of every other such contact.

-- Which of its thread's messages it is, both ways together, from 0: an order and no time. It moves with the message.
alter table message add column place integer;
update message m set place = known.place
  from (select tenant, report, from_reporter, number,
      row_number() over (partition by tenant, report order by day, number, from_reporter) - 1 as place from message) known
  where (m.tenant, m.report, m.from_reporter, m.number)
    = (known.tenant, known.report, known.from_reporter, known.number);
alter table message alter column place set not null;

-- Whoever writes has locked the report, so no two take one place.
create function message_takes_its_place() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.place := (select coalesce(max(m.place) + 1, 0) from message m
    where m.tenant = new.tenant and m.report = new.report);
  return new;
end $$;
create trigger message_takes_its_place before insert on message
  for each row execute function message_takes_its_place();

select change_function('mailbox_messages', $$order by m.day desc, m.number desc limit 100) newest$$,
  $$order by m.place desc limit 100) newest (report, from_reporter, number, day, sealed, previous)$$);
select change_function('mailbox_messages', $$select newest.*$$,
  $$select newest.report, newest.from_reporter, newest.number, newest.day, newest.sealed, newest.previous$$);
select change_function('mailbox_messages', $$p.number = m.number - 1)$$, $$p.number = m.number - 1), m.place$$);
select change_function('mailbox_messages', $$order by newest.day, newest.number, newest.from_reporter$$,
  $$order by newest.day, newest.place, newest.report$$);

-- Said again before a lead has answered, it is one dispute, answered by the day that the first gave.
select change_function('write_message', $$due = case when the_kind = 'not-over' then$$,
  $$due = case when the_kind = 'not-over' and not u.disputed then$$);

-- What the reporter writes to one team, as write_message takes it.
create type written_message as (
  report uuid, kind text, number integer, sealed bytea, signature bytea, digest bytea, may_reply text);

-- One message, sealed for each team that it goes to: all of them, or nothing. Answers 'stored', 'same' where all were
-- there, or as write_message does of the first that it doesn't take; 'none' where there is no team to write to.
create function write_messages(address bytea, the_messages written_message[])
  returns text language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
  answer text;
  whole text := 'same';
  each written_message;
begin
  if cardinality(the_messages) = 0 then return 'none'; end if;
  -- In the order of their ids, so that two who write at once don't wait for each other.
  for each in select w.* from unnest(the_messages) w order by w.report loop
    answer := write_message(address, each.report, each.kind, each.number, each.sealed, each.signature, each.digest,
      each.may_reply);
    if answer not in ('stored', 'same') then
      raise exception 'A message was not taken.' using errcode = 'CD006';
    end if;
    if answer = 'stored' then whole := answer; end if;
  end loop;
  return whole;
exception when sqlstate 'CD006' then
  return answer; -- leaving this block has taken back all that it stored
end $$;
revoke execute on function write_message(bytea, uuid, text, integer, bytea, bytea, bytea, text) from intake;
grant execute on function write_messages(bytea, written_message[]) to intake;

-- 'rudeness' is what 'service' was called of a call; it stays in the events of those that ended so.
select change_function('detail_fits', $$'rudeness', 'grievance', 'military', 'emergency', 'other')$$,
  $$'rudeness', 'service', 'grievance', 'military', 'emergency', 'scotland', 'northern-ireland', 'data', 'other')$$);
