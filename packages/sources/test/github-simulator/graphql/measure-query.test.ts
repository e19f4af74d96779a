import { describe, expect, test } from '@jest/globals'
import { prepareQuery } from './prepare-query.ts'
import { githubSchema } from './schema.ts'

const measure = async (query: string, variables: object = {}) => {
  const prepared = prepareQuery(await githubSchema(), JSON.stringify({ query, variables }))
  if (!('measure' in prepared)) throw new Error(prepared.violation)
  return prepared.measure
}

describe("GitHub's documented examples", () => {
  test('100 repositories, 50 issues each, 60 labels each, cost 51 points', async () => {
    const query = `{ viewer { repositories(first: 100) { edges { node { issues(first: 50) { edges { node {
      labels(first: 60) { edges { node { name } } } } } } } } } } }`
    expect((await measure(query.replace('60', '60'))).cost).toBe(51)
  })

  test('50 repositories, 20 pull requests with 10 comments each, 20 issues with 10 comments each, 10 followers: 22,060 nodes', async () => {
    const query = `{ viewer {
      repositories(first: 50) { edges { repository: node { name
        pullRequests(first: 20) { edges { pullRequest: node { title comments(first: 10) { edges { comment: node { bodyHTML } } } } } }
        issues(first: 20) { totalCount edges { issue: node { title bodyHTML comments(first: 10) { edges { comment: node { bodyHTML } } } } } }
      } } }
      followers(first: 10) { edges { follower: node { login } } } } }`
    expect((await measure(query)).nodes).toBe(22_060)
  })
})

test('a connection asked for in several fragments counts once', async () => {
  const query = `{ repository(owner: "o", name: "n") { ...A ...B pullRequests(first: 100) { nodes { reviews(first: 9) { totalCount } } } } }
    fragment A on Repository { pullRequests(first: 100) { nodes { number } } }
    fragment B on Repository { pullRequests(first: 100) { nodes { reviews(first: 9) { nodes { id } } } } }`
  expect(await measure(query)).toMatchObject({ nodes: 1_000, cost: 1, pageSize: 100 })
})

test('what @skip leaves out costs nothing', async () => {
  const query = `query($deep: Boolean!) { repository(owner: "o", name: "n") { pullRequests(first: 100) { nodes {
    a: reviews(first: 1) @include(if: $deep) { totalCount } b: labels(first: 1) @include(if: $deep) { totalCount } } } } }`
  expect((await measure(query, { deep: true })).cost).toBe(2)
  expect((await measure(query, { deep: false })).nodes).toBe(100)
})

test('the page size is that of the outermost connection', async () => {
  const query = `query($first: Int!) { repository(owner: "o", name: "n") { pullRequests(first: $first) { nodes { labels(first: 100) { totalCount } } } } }`
  expect((await measure(query, { first: 25 })).pageSize).toBe(25)
})
