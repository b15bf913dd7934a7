-- Why: what nobody could route is allocated by people. They see why it came and which forces routing thought of, as codes
-- and nothing of what was typed.

-- The forces that a report may be about, likeliest first; where it is about a force's standards unit or its chief officers,
-- that force.
create function are_forces(list jsonb) returns boolean language sql immutable
  return coalesce(jsonb_typeof(list) = 'array' and jsonb_array_length(list) between 1 and 6
    and not exists (select from jsonb_array_elements(list) each(value)
      where jsonb_typeof(each.value) <> 'string' or each.value #>> '{}' !~ '^[a-z]+(-[a-z]+)*$'), false);
grant execute on function are_forces(jsonb) to tenant;

select change_function('detail_fits', $$    when kind = 'routed' then names = '{reason}' and$$,
  $$    when kind = 'routed' then (names = '{reason}' or names = '{candidates,reason}' and are_forces(detail -> 'candidates')) and$$);

do $$
declare
  step text[];
  function_name text;
  definition text;
begin
  foreach function_name in array array['accept_report', 'take_call_report'] loop
    definition := (select pg_get_functiondef(p.oid) from pg_proc p
      where p.proname = function_name and p.pronamespace = 'public'::regnamespace);
    foreach step slice 1 in array array[
      [case function_name when 'accept_report' then 'received date)' else 'the_generation integer)' end,
       case function_name when 'accept_report' then 'received date, the_candidates text[] default null)'
         else 'the_generation integer, the_candidates text[] default null)' end],
      [$x$jsonb_build_object('reason', the_reason)$x$,
       $x$jsonb_strip_nulls(jsonb_build_object('reason', the_reason, 'candidates', to_jsonb(the_candidates)))$x$]
    ] loop
      if (length(definition) - length(replace(definition, step[1], ''))) is distinct from length(step[1]) then
        raise exception '% does not say once: %', function_name, step[1];
      end if;
      definition := replace(definition, step[1], step[2]);
    end loop;
    execute format('drop function %I', function_name);
    execute definition;
    execute format('revoke all on function %I from public', function_name);
    execute format('grant execute on function %I to %I', function_name,
      case function_name when 'accept_report' then 'intake' else 'tenant' end);
  end loop;
end $$;
