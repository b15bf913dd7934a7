import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { ACCESS, OWNERS_OWN_TABLES } from "./access.ts"
import { asOwner } from "./as.ts"
import { TEST_TENANTS, type TestDatabase, testDatabase } from "./testing/test-database.ts"

let at: TestDatabase
beforeAll(async () => {
  at = await testDatabase()
})
afterAll(() => at.close())

const rowsOf = async <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
  (await asOwner(at.database, (transaction) => transaction.execute<Row>(query))).rows

const LOGINS = ["intake", "identity", "national", "tenant", ...TEST_TENANTS]

test("row-level security is on and forced on every table but the owner's own", async () => {
  const open = await rowsOf<{ name: string }>(sql`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and not (relrowsecurity and relforcerowsecurity) order by 1`)
  expect(open.map((row) => row.name)).toEqual(OWNERS_OWN_TABLES)
})

test("every table with a tenant has it first in its primary key and in every index of its own", async () => {
  const wrong = await rowsOf(sql`
    select c.relname, i.indexrelid::regclass::text as index from pg_index i
      join pg_class c on c.oid = i.indrelid
      join pg_attribute t on t.attrelid = c.oid and t.attname = 'tenant'
    where c.relnamespace = 'public'::regnamespace and i.indkey[0] <> t.attnum
      -- Found by a secret or a name before anybody knows the tenant: identity's, and the sign-in name.
      and c.relname not in ('account', 'invitation', 'session', 'line') and i.indexrelid::regclass::text <> 'staff_name_key'
      -- Read by the national login alone, over all desks of some days.
      and c.relname not in ('cube_of_forces', 'cube_of_stages', 'cube_of_waiting')
      and i.indexrelid::regclass::text not in ('cube_late', 'cube_late_unopened')`)
  expect(wrong).toEqual([])
})

test("each login's grants on tables are those of the access table, and no others", async () => {
  const grants = await rowsOf<{ who: string; what: string; privilege: string }>(sql`
    select r.rolname as who, c.relname as what, p.privilege
      from pg_roles r, pg_class c, unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']) p (privilege)
    where r.rolname in ${LOGINS} and c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
      and (has_table_privilege(r.oid, c.oid, p.privilege)
        or (p.privilege in ('SELECT', 'INSERT', 'UPDATE') and has_any_column_privilege(r.oid, c.oid, p.privilege)))`)
  const found = grants.map((grant) => `${grant.who} ${grant.privilege} ${grant.what}`).sort()
  const expected = LOGINS.flatMap((login) => {
    const access = ACCESS[login as keyof typeof ACCESS] ?? ACCESS.tenant
    return [
      ...access.reads.map((table) => `${login} SELECT ${table}`),
      ...access.adds.map((table) => `${login} INSERT ${table}`),
      ...access.changes.map((table) => `${login} UPDATE ${table}`),
    ]
  }).sort()
  expect(found).toEqual(expected)
})

test("each login calls the functions of the access table, and PUBLIC calls none", async () => {
  const callable = await rowsOf<{ who: string; what: string }>(sql`
    select r.rolname as who, p.proname as what from pg_roles r, pg_proc p
    where r.rolname in ${LOGINS} and p.pronamespace = 'public'::regnamespace and has_function_privilege(r.oid, p.oid, 'EXECUTE')`)
  const found = callable.map((row) => `${row.who} ${row.what}`).sort()
  const expected = LOGINS.flatMap((login) =>
    (ACCESS[login as keyof typeof ACCESS] ?? ACCESS.tenant).calls.map((name) => `${login} ${name}`),
  ).sort()
  expect(found).toEqual(expected)
  const open = await rowsOf(sql`
    select proname from pg_proc p where p.pronamespace = 'public'::regnamespace
      and (p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0))`)
  expect(open).toEqual([])
})

test("a function that runs as the owner has its search path pinned", async () => {
  const loose = await rowsOf(sql`
    select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
      and not coalesce(proconfig @> array['search_path=public, pg_temp'], false)`)
  expect(loose).toEqual([])
})

test("no login is a superuser, makes roles or databases, passes row-level security or can become another", async () => {
  const strong = await rowsOf(sql`
    select rolname from pg_roles where rolname in ${LOGINS}
      and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication)`)
  expect(strong).toEqual([])
  const becomes = await rowsOf(sql`
    select a.rolname as who, b.rolname as other from pg_roles a, pg_roles b
    where a.rolname in ${LOGINS} and a.oid <> b.oid and pg_has_role(a.oid, b.oid, 'SET')`)
  expect(becomes).toEqual([])
})

test("the owner of everything is no superuser, and nobody else owns anything", async () => {
  const [owner] = await rowsOf(sql`select rolsuper, rolbypassrls from pg_roles where rolname = 'owner'`)
  expect(owner).toEqual({ rolsuper: false, rolbypassrls: false })
  const foreign = await rowsOf(sql`
    select relname from pg_class where relnamespace = 'public'::regnamespace and relowner <> 'owner'::regrole
    union all select proname from pg_proc where pronamespace = 'public'::regnamespace and proowner <> 'owner'::regrole`)
  expect(foreign).toEqual([])
})

test("no login makes a temporary table or anything in a schema", async () => {
  const may = await rowsOf(sql`
    select rolname from pg_roles where rolname in ${LOGINS}
      and (has_database_privilege(oid, current_database(), 'TEMP')
        or has_database_privilege(oid, current_database(), 'CREATE')
        or has_schema_privilege(oid, 'public', 'CREATE'))`)
  expect(may).toEqual([])
})

test("no id and no default of a table carries a clock or an order", async () => {
  const telling = await rowsOf(sql`
    select c.relname, a.attname from pg_attrdef d
      join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum join pg_class c on c.oid = d.adrelid
    where c.relnamespace = 'public'::regnamespace
      and pg_get_expr(d.adbin, d.adrelid) ~* 'nextval|now|timestamp|uuidv7|uuid_generate_v1'
    union all select relname, null from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace`)
  expect(telling).toEqual([])
})
