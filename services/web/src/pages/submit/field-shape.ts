/** What a form draws for a part of a JSON Schema. */
export type FieldShape = (
  | { as: 'text'; input: 'text' | 'datetime-local' | 'url' | 'email'; isLong: boolean }
  | { as: 'number'; least: number | undefined; most: number | undefined; isWhole: boolean }
  | { as: 'boolean' }
  | { as: 'choice'; options: readonly unknown[] }
  | { as: 'list'; item: FieldShape; least: number; most: number }
  | { as: 'group'; fields: readonly Named[] }
  | { as: 'union'; options: readonly FieldShape[] }
  /** What no control fits: to be written as JSON. */
  | { as: 'json' }
) &
  About
type About = { title: string | undefined; description: string | undefined; byDefault: unknown }
export type Named = { name: string; isRequired: boolean; shape: FieldShape }

type Schema = Readonly<Record<string, unknown>>

/** Texts that may be longer get several lines. */
const LINE = 2_000
/** Zod writes the bounds of doubles into schemas of whole numbers; to say them helps nobody. */
const isTelling = (bound: unknown): bound is number => typeof bound === 'number' && Math.abs(bound) < 2 ** 53 - 1

/** Reads a schema as zod writes them (JSON Schema 2020-12); what it does not know becomes JSON text. */
export function readShape(schema: unknown): FieldShape {
  if (!isSchema(schema)) return { as: 'json', title: undefined, description: undefined, byDefault: undefined }
  const { title, description, default: byDefault } = schema
  const about: About = {
    title: typeof title === 'string' ? title : undefined,
    description: typeof description === 'string' ? description : undefined,
    byDefault,
  }
  if (Array.isArray(schema.enum)) return { as: 'choice', options: schema.enum, ...about }
  if ('const' in schema) return { as: 'choice', options: [schema.const], ...about }
  const options = schema.anyOf ?? schema.oneOf
  if (Array.isArray(options)) return { as: 'union', options: options.map(readShape), ...about }
  return { ...readTyped(schema), ...about }
}

type Typed = FieldShape extends infer S ? (S extends About ? Omit<S, keyof About> : never) : never

function readTyped(schema: Schema): Typed {
  switch (schema.type) {
    case 'string':
      return {
        as: 'text',
        input: inputOf(schema.format),
        isLong: typeof schema.maxLength === 'number' && schema.maxLength > LINE && schema.format === undefined,
      }
    case 'integer':
    case 'number':
      return {
        as: 'number',
        least: isTelling(schema.minimum) ? schema.minimum : above(schema),
        most: isTelling(schema.maximum) ? schema.maximum : undefined,
        isWhole: schema.type === 'integer',
      }
    case 'boolean':
      return { as: 'boolean' }
    case 'null':
      return { as: 'choice', options: [null] }
    case 'array':
      return {
        as: 'list',
        item: readShape(schema.items),
        least: typeof schema.minItems === 'number' ? schema.minItems : 0,
        most: typeof schema.maxItems === 'number' ? schema.maxItems : Number.POSITIVE_INFINITY,
      }
    case 'object':
      return isSchema(schema.properties)
        ? { as: 'group', fields: readFields(schema.properties, schema) }
        : { as: 'json' }
    default:
      return { as: 'json' }
  }
}

const above = ({ type, exclusiveMinimum }: Schema) =>
  type === 'integer' && isTelling(exclusiveMinimum) ? exclusiveMinimum + 1 : undefined

function readFields(properties: Schema, { required }: Schema): Named[] {
  const names: readonly unknown[] = Array.isArray(required) ? required : []
  return Object.entries(properties).map(([name, property]) => ({
    name,
    isRequired: names.includes(name),
    shape: readShape(property),
  }))
}

const INPUTS = { 'date-time': 'datetime-local', uri: 'url', email: 'email' } as const
const inputOf = (format: unknown) => Object.entries(INPUTS).find(([name]) => name === format)?.[1] ?? 'text'

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
