import { type CollectedPullRequest, replaceChunks, storePullRequests } from '@assay/db'
import { waitFor } from '@assay/testkit'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'
import { textsOf } from '../testing/rows-of.ts'
import { collectedPullRequest, collectRepository, person } from '../testing/work-fixture.ts'

let gateway: Gateway
beforeEach(async () => {
  gateway = await openGateway()
})
afterEach(() => gateway.close())

const ada = person('Ada Lovelace', { login: 'countess', email: 'ada@example.org' })
const adaElsewhere = person('A. Byron', { login: null, email: 'ada@example.org' })
const grace = person('Grace')
const step = (author: typeof ada) => ({
  sha: 'c1',
  title: 'One step',
  author,
  authoredAt: '2026-01-01T00:00:00.000Z',
})

/** Ada as an author, beside another, as a reviewer, in a commit, in the text, and under another name. */
const pullRequests: CollectedPullRequest[] = [
  collectedPullRequest(1, { author: ada, body: 'Adds it.\n\nCo-authored-by: Ada Lovelace\nAcked-by: Grace' }),
  collectedPullRequest(2, { author: grace, coAuthors: [ada, person('Joan')], commits: [step(grace), step(ada)] }),
  collectedPullRequest(3, {
    author: grace,
    body: 'Mends it.\n\nReviewed-by: Ada Lovelace',
    reviews: [
      { reviewer: 'Countess', state: 'approved', submittedAt: null },
      { reviewer: 'Grace', state: 'approved', submittedAt: null },
    ],
  }),
  collectedPullRequest(4, { author: adaElsewhere }),
  collectedPullRequest(5, { author: grace, body: 'Nothing of hers.' }),
]

async function collect(workspace: string) {
  const repository = await collectRepository(gateway.db, { workspace })
  const ids = await storePullRequests(gateway.db, repository, pullRequests)
  const chunks = ids.map((pullRequestId, at) => ({
    pullRequestId,
    position: 0,
    start: 0,
    end: 1,
    text: pullRequests[at]?.body ?? '',
    headings: [],
  }))
  await replaceChunks(gateway.db, { workspace: 'acme', pullRequestIds: ids, chunks })
  return { repository, ids }
}
const forget = async (body: object, key?: string) =>
  gateway.call('POST', '/authors/forget', { body, ...(key ? { key } : {}) })
/** Where in the workspace something is found. */
const places = async (pattern: RegExp, workspace = 'acme') =>
  [...(await textsOf(gateway.db, workspace))].flatMap(([table, rows]) =>
    rows.some((row) => pattern.test(row)) ? [table] : [],
  )
const stored = (workspace = 'acme') =>
  gateway.db.query<{ number: number }>(
    `SELECT number, author_name AS author, author_login AS login, author_email_hash AS hash, co_authors AS "coAuthors",
            commits, reviews, body FROM pull_requests WHERE workspace = $1 ORDER BY number`,
    [workspace],
  )

const HERS = /ada lovelace|countess|byron|ada@example/i
const FORGOTTEN = { name: 'Forgotten author', login: null, emailHash: null }

test('forgotten by address and then by the names that were told, nothing of a person is left anywhere', async () => {
  await collect('acme')
  expect(await places(HERS)).toEqual(['chunks', 'pull_requests'])
  const { status, body } = await forget({ email: 'Ada@example.org' })
  expect([status, body.alsoKnownAs]).toEqual([200, ['@countess', 'A. Byron', 'Ada Lovelace']])
  for (const known of body.alsoKnownAs) {
    await forget(known.startsWith('@') ? { login: known.slice(1) } : { name: known })
  }
  expect(await places(HERS)).toEqual([])
  expect(await stored()).toMatchObject([
    { author: 'Forgotten author', login: null, hash: null, body: 'Adds it.\n\nAcked-by: Grace' },
    {
      author: 'Grace',
      coAuthors: [{ name: 'Joan' }],
      commits: [{ author: { name: 'Grace' } }, { author: FORGOTTEN }],
    },
    {
      author: 'Grace',
      body: 'Mends it.\n',
      reviews: [{ reviewer: 'Forgotten author' }, { reviewer: 'Grace' }],
    },
    { author: 'Forgotten author' },
    { author: 'Grace', login: 'grace', hash: expect.any(String), body: 'Nothing of hers.' },
  ])
})

test('another workspace keeps the person', async () => {
  await collect('acme')
  await collect('neighbour')
  const before = await textsOf(gateway.db, 'neighbour')
  await forget({ name: 'Ada Lovelace' })
  await forget({ login: 'countess' })
  const after = await textsOf(gateway.db, 'neighbour')
  for (const table of ['pull_requests', 'chunks', 'jobs', 'forgotten_authors']) {
    expect([table, after.get(table)]).toEqual([table, before.get(table)])
  }
})

test('only what was named is forgotten; what stands beside it is told', async () => {
  await collect('acme')
  expect((await forget({ name: ' ada LOVELACE ' })).body).toMatchObject({
    pullRequests: 3,
    alsoKnownAs: ['@countess', 'A. Byron'],
  })
  expect((await stored())[3]).toMatchObject({ author: 'A. Byron' })
  expect((await stored())[2]).toMatchObject({ reviews: [{ reviewer: 'Countess' }, { reviewer: 'Grace' }] })
})

test('an account is forgotten under every name that it had', async () => {
  await collect('acme')
  expect((await forget({ login: 'COUNTESS' })).body).toMatchObject({
    pullRequests: 3,
    alsoKnownAs: ['A. Byron', 'Ada Lovelace'],
  })
  expect(await places(/countess/i)).toEqual([])
})

test('what was touched is indexed and scored again, at most 100 at a time', async () => {
  const { repository } = await collect('acme')
  await storePullRequests(
    gateway.db,
    repository,
    Array.from({ length: 230 }, (_, n) => collectedPullRequest(n + 10, { author: ada })),
  )
  const { body } = await forget({ login: 'countess' })
  expect(body.pullRequests).toBe(233)
  const jobs = await gateway.db.query<{ id: string; kind: string; ids: string[] }>(
    `SELECT id, kind, payload -> 'pullRequestIds' AS ids FROM jobs WHERE workspace = 'acme' ORDER BY id`,
  )
  expect(jobs.map(({ id }) => id)).toEqual(body.jobs)
  for (const kind of ['index', 'score']) {
    const sizes = jobs.filter((job) => job.kind === kind).map(({ ids }) => ids.length)
    expect([kind, sizes]).toEqual([kind, [100, 100, 33]])
    expect(new Set(jobs.filter((job) => job.kind === kind).flatMap(({ ids }) => ids)).size).toBe(233)
  }
})

test('forgetting again does nothing', async () => {
  await collect('acme')
  await forget({ email: 'ada@example.org' })
  const before = await textsOf(gateway.db, 'acme')
  expect((await forget({ email: 'ada@example.org' })).body).toEqual({
    pullRequests: 0,
    reports: 0,
    achievements: 0,
    jobs: [],
    alsoKnownAs: [],
  })
  expect(await textsOf(gateway.db, 'acme')).toEqual(before)
})

test('a part that fails leaves its pull requests as they were, and asking again finishes it', async () => {
  await collect('acme')
  await gateway.db.query("ALTER TABLE jobs ADD CONSTRAINT no_scores CHECK (kind <> 'score') NOT VALID")
  expect((await forget({ login: 'countess' })).status).toBe(500)
  await gateway.db.query('ALTER TABLE jobs DROP CONSTRAINT no_scores')
  expect(await places(/countess/i)).toEqual(['pull_requests'])
  const { body } = await forget({ login: 'countess' })
  expect([body.pullRequests, body.jobs.length]).toEqual([3, 2])
  expect(await places(/countess/i)).toEqual([])
})

test('what is collected while a person is being forgotten, and after, does not hold the person', async () => {
  const { repository } = await collect('acme')
  let forgetting: Promise<unknown> | undefined
  await gateway.db.transaction(async (tx) => {
    await storePullRequests(tx, repository, [collectedPullRequest(6, { author: ada })])
    forgetting = forget({ login: 'countess' })
    await lockIsAwaited()
  })
  await forgetting
  const changed = await storePullRequests(gateway.db, repository, [collectedPullRequest(7, { author: ada })])
  expect(changed).toHaveLength(1)
  expect((await stored()).slice(-2)).toMatchObject([{ author: 'Forgotten author' }, { author: 'Forgotten author' }])
  expect(await places(/countess/i)).toEqual([])
})

const lockIsAwaited = async () => {
  await waitFor(
    async () =>
      (
        await gateway.db.query(
          "SELECT 1 FROM pg_locks WHERE NOT granted AND mode = 'AccessExclusiveLock' AND relation = 'forgotten_authors'::regclass",
        )
      ).length > 0,
    { describe: 'the forgetting to wait for those who store' },
  )
}

test('collecting the same pull requests again does not bring the person back', async () => {
  const { repository } = await collect('acme')
  await forget({ email: 'ada@example.org' })
  await forget({ name: 'Ada Lovelace' })
  await forget({ login: 'countess' })
  expect(await storePullRequests(gateway.db, repository, pullRequests)).toEqual([])
  expect(await places(HERS)).toEqual([])
})

test.each([
  ['nothing', {}],
  ['two things', { email: 'a@b.c', name: 'A' }],
  ['an empty name', { name: ' ' }],
  ['something else', { id: '1' }],
  ['a name that cannot be stored', { name: 'A\0' }],
])('%s is refused as a name of a person', async (_what, body) => {
  expect((await forget(body)).status).toBe(400)
  expect(await gateway.db.query('SELECT * FROM forgotten_authors')).toEqual([])
})

test('signs that mean something to the database are only signs', async () => {
  const repository = await collectRepository(gateway.db)
  const names = ['%', 'O\'Brien "Ob" \\ Éamon', 'Ünal_']
  await storePullRequests(
    gateway.db,
    repository,
    names.map((name, at) =>
      collectedPullRequest(at + 1, { author: person(name, { login: null }), body: `Acked-by: ${name}` }),
    ),
  )
  for (const [at, name] of names.entries()) {
    expect((await forget({ name: name.toUpperCase() })).body.pullRequests).toBe(1)
    expect((await stored())[at]).toMatchObject({ author: 'Forgotten author', body: '' })
  }
})
