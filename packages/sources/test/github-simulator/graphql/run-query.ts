import { execute, GraphQLError, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql'
import { type Answer, jsonAnswer } from '../answer.ts'
import { githubError, type PreparedQuery } from './prepare-query.ts'

/** Runs a query against the published schema, so that no answer can have a shape that GitHub's has not. */
export const runQuery = async (schema: GraphQLSchema, query: PreparedQuery, rootValue: unknown): Promise<Answer> => {
  const { data, errors } = await execute({
    schema,
    document: query.document,
    rootValue,
    variableValues: query.variables,
    ...(query.operationName === null ? {} : { operationName: query.operationName }),
    fieldResolver: resolveProperty,
  })
  return jsonAnswer(200, { data: data ?? null, ...(errors ? { errors: errors.map(githubError) } : {}) })
}

/** A property, or what a function there gives for the field's arguments. A field not simulated is told, never null. */
const resolveProperty: GraphQLFieldResolver<unknown, unknown> = (source, args, _context, info) => {
  const value: unknown = Reflect.get(Object(source), info.fieldName)
  if (typeof value === 'function') return value(args)
  if (value === undefined) throw new GraphQLError(`The simulator has no ${info.parentType.name}.${info.fieldName}`)
  return value
}
