import { asNational } from "@candour/database/as.ts"
import { ReleaseRefused, SomebodyWasFirst } from "@candour/database/errors.ts"
import type { Content, Release } from "@candour/figures/release/release.ts"
import {
  askToPrepare,
  checkRelease,
  listReleases,
  type Refusal,
  readContent,
  withdrawRelease,
} from "@candour/figures/release/releases.ts"
import { Button, ButtonLink } from "@candour/web/components/button.tsx"
import { SummaryList } from "@candour/web/components/summary-list.tsx"
import { Details, InsetText, WarningText } from "@candour/web/components/text.tsx"
import { formatDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { z } from "zod"
import type { Services, StaffContext } from "../services.ts"
import { NationalPage, type NationalPageProps } from "../shell.tsx"
import { en } from "./messages.ts"
import { StateTag } from "./page.tsx"
import { Preview } from "./preview.tsx"

const releaseNumber = z.coerce.number().int().positive().max(2_147_483_647)

const numberOf = (c: StaffContext): number => releaseNumber.safeParse(c.req.param("number")).data ?? 0

/** Shows a release: where it stands, what will be printed and what is hidden, and what may be done next. */
export const showRelease = (services: Services) => (c: StaffContext) => releasePage(services, c)

/** Asks for it to be prepared, outside of this request. */
export const prepareOne = (services: Services) => (c: StaffContext) =>
  step(services, c, (number, by) =>
    asNational(services.database, (transaction) => askToPrepare(transaction, number, by)),
  )

/** A second person lets it come out. */
export const checkOne = (services: Services) => (c: StaffContext) =>
  step(services, c, async (number, by) => {
    const { prepared = "" } = (await c.req.parseBody()) as Record<string, string>
    await asNational(services.database, (transaction) => checkRelease(transaction, { number, prepared, by }))
  })

/** Takes it back. */
export const withdrawOne = (services: Services) => (c: StaffContext) =>
  step(services, c, (number, by) =>
    asNational(services.database, (transaction) => withdrawRelease(transaction, number, by)),
  )

async function step(services: Services, c: StaffContext, take: (number: number, by: string) => Promise<void>) {
  try {
    await take(numberOf(c), c.get("who").person)
    return c.redirect(`/releases/${numberOf(c)}`, 303)
  } catch (error) {
    if (error instanceof SomebodyWasFirst) return releasePage(services, c, en.registerMoved)
    if (error instanceof ReleaseRefused) return releasePage(services, c, en.refused[error.refusal as Refusal])
    throw error
  }
}

async function releasePage({ database }: Services, c: StaffContext, problem?: string) {
  const number = numberOf(c)
  const found = await asNational(database, async (transaction) => ({
    release: (await listReleases(transaction)).find((each) => each.number === number),
    content: await readContent(transaction, number),
  }))
  if (found.release === undefined) return c.notFound()
  return c.html(
    <OneReleasePage who={c.get("who")} release={found.release} content={found.content} problem={problem} />,
    problem === undefined ? 200 : 409,
  )
}

interface OneReleasePageProps extends Pick<NationalPageProps, "who"> {
  release: Release
  content: Content | undefined
  problem: string | undefined
}

const OneReleasePage: FC<OneReleasePageProps> = ({ who, release, content, problem }) => {
  const words = en.release
  const name = en.name(release.quarter, release.revision)
  return (
    <NationalPage who={who} current="releases" title={name} problem={problem !== undefined}>
      <p class="govuk-body">
        <a class="govuk-link" href="/releases">
          {words.back}
        </a>
      </p>
      {problem && (
        <div role="alert">
          <WarningText>{problem}</WarningText>
        </div>
      )}
      <h1 class="govuk-heading-xl">{name}</h1>
      <Facts release={release} />
      <Steps release={release} />
      {content && <Preview release={release} content={content} />}
      <Check release={release} />
      <Withdraw release={release} />
    </NationalPage>
  )
}

const Facts: FC<{ release: Release }> = ({ release }) => {
  const { facts, comesOut } = en.release
  const rows = [
    { key: facts.state, value: <StateTag state={release.state} /> },
    { key: facts.day, value: comesOut(release.publicationDay) },
    { key: facts.asAt, value: formatDay(release.asAt, "en") },
    { key: facts.known, value: formatDay(release.knownAt, "en") },
    { key: facts.planned, value: release.plannedBy },
    { key: facts.prepared, value: release.preparedBy },
    { key: facts.checked, value: release.checkedBy },
    { key: facts.reason, value: release.reason && `${release.reason.en} / ${release.reason.cy}` },
    { key: facts.failure, value: release.failure },
  ]
  return <SummaryList rows={rows.filter(({ value }) => value !== undefined)} />
}

const addressOf = ({ number }: Release) => `/releases/${number}`

const Steps: FC<{ release: Release }> = ({ release }) => {
  const { state } = release
  const words = en.release
  return (
    <>
      {state === "preparing" && (
        <>
          <InsetText>{words.preparing}</InsetText>
          <ButtonLink href={addressOf(release)} kind="secondary">
            {words.reload}
          </ButtonLink>
        </>
      )}
      {(state === "planned" || state === "failed" || state === "prepared") && (
        <form method="post" action={`${addressOf(release)}/prepare`}>
          <Button {...(state !== "planned" && { kind: "secondary" })}>
            {state === "planned" ? words.prepare : words.again}
          </Button>
        </form>
      )}
    </>
  )
}

/** After what is to be looked at: nobody checks what they haven't seen. */
const Check: FC<{ release: Release }> = ({ release }) =>
  release.state === "prepared" ? (
    <form method="post" action={`${addressOf(release)}/check`}>
      <input type="hidden" name="prepared" value={release.prepared} />
      <p class="govuk-body candour-prose">{en.release.checkHint}</p>
      <Button>{en.release.check}</Button>
    </form>
  ) : null

const Withdraw: FC<{ release: Release }> = ({ release }) =>
  release.state === "published" || release.state === "withdrawn" ? null : (
    <Details summary={en.release.withdraw}>
      <p class="govuk-body candour-prose">{en.release.withdrawHint}</p>
      <form method="post" action={`${addressOf(release)}/withdraw`}>
        <Button kind="warning">{en.release.withdrawButton}</Button>
      </form>
    </Details>
  )
