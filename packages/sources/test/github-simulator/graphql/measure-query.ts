import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isCompositeType,
  isUnionType,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

export type Measure = {
  /** Rows that it may give at most. */
  readonly nodes: number
  /** Points of the primary limit. */
  readonly cost: number
  /** The largest outermost connection's `first` or `last`; null without connections. */
  readonly pageSize: number | null
  /** What GitHub refuses before it runs anything. */
  readonly refusals: readonly GraphQLError[]
}

type Variables = Record<string, unknown>
type Asked = { readonly type: GraphQLCompositeType; readonly nodes: FieldNode[] }

const mostNodes = 500_000
const mostRows = 100

/**
 * docs.github.com, "Rate limits and query limits for the GraphQL API":
 * cost: add up the requests needed to fulfil each unique connection, assuming that every one reaches its `first` or
 * `last`; divide by 100, round, at least 1. Node limit: every connection has `first` or `last` from 1 to 100, and all
 * together at most 500,000 nodes. The page does not tell about `nodes(ids:)`; here each id counts like a row.
 */
export const measureQuery = (
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Variables,
): Measure => {
  const refusals: GraphQLError[] = []
  let nodes = 0
  let requests = 0
  let pageSize: number | null = null

  const walk = (
    type: GraphQLCompositeType,
    sets: readonly SelectionSetNode[],
    times: number,
    path: readonly string[],
    outermost: boolean,
  ): void => {
    for (const [key, asked] of collectFields(schema, type, sets, fragments, variables)) {
      const field = fieldOf(asked.type, asked.nodes[0])
      const first = asked.nodes[0]
      if (field === undefined || first === undefined) continue
      const fieldPath = [...path, key.slice(key.indexOf('.') + 1)]
      const args = getArgumentValues(field, first, variables)
      let childTimes = times
      let childOutermost = outermost
      if (isConnection(field)) {
        const refusal = refusePageSize(field.name, args, fieldPath, first)
        if (refusal !== null) refusals.push(refusal)
        const size = Number(args.first ?? args.last ?? 0)
        requests += times
        nodes += times * size
        childTimes = times * size
        if (outermost) pageSize = Math.max(pageSize ?? 0, size)
        childOutermost = false
      } else if (Array.isArray(args.ids)) {
        nodes += args.ids.length
        childTimes = times * args.ids.length
      }
      const named = getNamedType(field.type)
      if (isCompositeType(named)) {
        const below = asked.nodes.flatMap(({ selectionSet }) => selectionSet ?? [])
        walk(named, below, childTimes, fieldPath, childOutermost)
      }
    }
  }
  const root = schema.getRootType(operation.operation)
  if (root) walk(root, [operation.selectionSet], 1, [], true)

  if (nodes > mostNodes) {
    const message = `This query requests up to ${nodes.toLocaleString('en-US')} possible nodes which exceeds the maximum limit of 500,000.`
    refusals.push(new GraphQLError(message, { extensions: { type: 'MAX_NODE_LIMIT_EXCEEDED' } }))
  }
  return { nodes, cost: Math.max(1, Math.round(requests / 100)), pageSize, refusals }
}

/** Fields by type and response name, each once however many fragments ask for it. */
const collectFields = (
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Variables,
): Map<string, Asked> => {
  const fields = new Map<string, Asked>()
  const add = (within: GraphQLCompositeType, selections: readonly SelectionNode[]): void => {
    for (const selection of selections) {
      if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.if === true) continue
      if (getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.if === false) continue
      if (selection.kind === 'Field') {
        const key = `${within.name}.${selection.alias?.value ?? selection.name.value}`
        const asked = fields.get(key) ?? { type: within, nodes: [] }
        asked.nodes.push(selection)
        fields.set(key, asked)
        continue
      }
      const spread = selection.kind === 'InlineFragment' ? selection : fragments.get(selection.name.value)
      const narrowed = spread?.typeCondition ? schema.getType(spread.typeCondition.name.value) : within
      if (spread && isCompositeType(narrowed)) add(narrowed, spread.selectionSet.selections)
    }
  }
  for (const set of sets) add(type, set.selections)
  return fields
}

const fieldOf = (
  type: GraphQLCompositeType,
  node: FieldNode | undefined,
): GraphQLField<unknown, unknown> | undefined =>
  node === undefined || isUnionType(type) ? undefined : type.getFields()[node.name.value]

const isConnection = (field: GraphQLField<unknown, unknown>): boolean =>
  getNamedType(field.type).name.endsWith('Connection') && field.args.some(({ name }) => name === 'first')

const refusePageSize = (
  name: string,
  args: Variables,
  path: readonly string[],
  node: FieldNode,
): GraphQLError | null => {
  const refuse = (type: string, message: string): GraphQLError =>
    new GraphQLError(message, { nodes: node, path, extensions: { type } })
  const { first, last } = args
  if (typeof first !== 'number' && typeof last !== 'number') {
    return refuse(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    )
  }
  if (typeof first === 'number' && typeof last === 'number') {
    return refuse(
      'INVALID_PAGINATION_BOUNDARIES',
      `Passing both \`first\` and \`last\` to paginate the \`${name}\` connection is not supported.`,
    )
  }
  const [size, argument] = typeof first === 'number' ? [first, 'first'] : [Number(last), 'last']
  if (size > mostRows) {
    return refuse(
      'EXCESSIVE_PAGINATION',
      `Requesting ${size} records on the \`${name}\` connection exceeds the \`${argument}\` limit of ${mostRows} records.`,
    )
  }
  if (size < 1) {
    return refuse(
      'INVALID_PAGINATION_BOUNDARIES',
      `\`${argument}\` on the \`${name}\` connection cannot be less than one.`,
    )
  }
  return null
}
