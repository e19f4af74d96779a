import { beforeAll, expect, test } from '@jest/globals'
import { schema as published } from '@octokit/graphql-schema'
import {
  buildSchema,
  type FieldNode,
  type GraphQLSchema,
  parse,
  type SelectionSetNode,
  validate,
  valueFromASTUntyped,
} from 'graphql'
import {
  nestedConnections,
  pagePoints,
  pageQuery,
  pageSizes,
  partNames,
  partQuery,
  pointsOf,
  pullRequestQuery,
  repositoryQuery,
} from './queries.ts'

let schema: GraphQLSchema
beforeAll(() => {
  schema = buildSchema(published.idl, { assumeValid: true })
})

/**
 * docs.github.com, "Rate limits for the GraphQL API": the requests needed for each connection, with every list taken to
 * be as long as asked, over 100.
 */
const requestsFor = (
  selections: SelectionSetNode | undefined,
  times: number,
  variables: Record<string, unknown>,
): number => {
  let sum = 0
  for (const selection of selections?.selections ?? []) {
    if (selection.kind === 'InlineFragment') sum += requestsFor(selection.selectionSet, times, variables)
    if (selection.kind !== 'Field') continue
    const first = firstOf(selection, variables)
    sum += first === null ? 0 : times
    sum += requestsFor(selection.selectionSet, first === null ? times : times * first, variables)
  }
  return sum
}

const firstOf = ({ arguments: given }: FieldNode, variables: Record<string, unknown>): number | null => {
  const first = given?.find(({ name }) => name.value === 'first')
  return first ? Number(valueFromASTUntyped(first.value, variables)) : null
}

const costOf = (query: string, variables: Record<string, unknown> = {}): number => {
  const [operation] = parse(query).definitions
  return operation?.kind === 'OperationDefinition' ? pointsOf(requestsFor(operation.selectionSet, 1, variables)) : 0
}

const wanted = Array.from({ length: 30 }, (_, at) => ({ number: at + 1, after: at % 2 === 0 ? null : `c${at}` }))

test.each([
  ['repository', repositoryQuery],
  ...(['git', 'api'] as const).flatMap((transport) => [
    [`pages by ${transport}`, pageQuery(transport)] as const,
    [`bare pages by ${transport}`, pageQuery(transport, false)] as const,
    [`one by ${transport}`, pullRequestQuery(transport)] as const,
    [`one bare by ${transport}`, pullRequestQuery(transport, false)] as const,
  ]),
  ...partNames.map((name) => [`more ${name}`, partQuery(name, wanted).query] as const),
])("GitHub's published schema knows every field of the question for %s", (_, query) => {
  expect(validate(schema, parse(query))).toEqual([])
})

test.each(['git', 'api'] as const)(
  'the largest page by %s costs one point, and the points of all sizes are foreseen',
  (transport) => {
    expect(costOf(pageQuery(transport), { first: pageSizes[transport] })).toBe(1)
    for (let first = 1; first <= 100; first += 1) {
      expect(pagePoints(transport, first)).toBe(costOf(pageQuery(transport), { first }))
    }
  },
)

test('a page by git of one more pull request would cost two points', () => {
  expect(pagePoints('git', pageSizes.git + 1)).toBe(2)
  expect(nestedConnections).toEqual({ git: 2, api: 5 })
})

test('the opening question and a question for more of a list cost one point', () => {
  expect(costOf(repositoryQuery)).toBe(1)
  for (const name of partNames) expect(costOf(partQuery(name, wanted).query)).toBe(1)
})

test('a cursor travels as a variable, so no text of it can change the question', () => {
  const { query, variables } = partQuery('labels', [{ number: 3, after: '") { evil }' }])
  expect(query).not.toContain('evil')
  expect(variables).toEqual({ after3: '") { evil }' })
})
