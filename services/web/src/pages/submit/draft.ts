import type { FieldShape, Named } from './field-shape.ts'

/** What a form holds while it is filled in, of the same build as its shape. */
export type Draft =
  | { as: 'text'; text: string }
  | { as: 'list'; items: readonly Draft[] }
  | { as: 'group'; fields: Readonly<Record<string, Draft>> }
  | { as: 'union'; at: number; draft: Draft }
  /** Nothing is given, and nothing has to be. */
  | { as: 'left-out' }

/** A form's content as it would be with this value, or as it begins when there is none. */
export function draftOf(shape: FieldShape, value: unknown = shape.byDefault, isRequired = true): Draft {
  if (value === undefined && !isRequired && isNested(shape)) return { as: 'left-out' }
  switch (shape.as) {
    case 'group': {
      const given = isRecord(value) ? value : {}
      return {
        as: 'group',
        fields: Object.fromEntries(
          shape.fields.map((field) => [field.name, draftOf(field.shape, given[field.name], field.isRequired)]),
        ),
      }
    }
    case 'list': {
      const items = Array.isArray(value) ? value : Array.from({ length: shape.least }, () => undefined)
      return { as: 'list', items: items.map((item) => draftOf(shape.item, item)) }
    }
    case 'union': {
      const at =
        value === undefined
          ? 0
          : Math.max(
              0,
              shape.options.findIndex((option) => fits(option, value)),
            )
      const option = shape.options[at]
      return option ? { as: 'union', at, draft: draftOf(option, value) } : { as: 'left-out' }
    }
    case 'choice':
      return { as: 'text', text: choiceText(shape, value, isRequired) }
    case 'json':
      return { as: 'text', text: value === undefined ? '' : JSON.stringify(value) }
    default:
      return { as: 'text', text: value === undefined || value === null ? '' : String(value) }
  }
}

const isNested = ({ as }: FieldShape) => as === 'group' || as === 'list' || as === 'union'

function choiceText({ options }: { options: readonly unknown[] }, value: unknown, isRequired: boolean): string {
  const at = options.findIndex((option) => JSON.stringify(option) === JSON.stringify(value))
  if (at >= 0) return String(at)
  return isRequired && options.length === 1 ? '0' : ''
}

/** Roughly whether a value is of a shape, to find the branch of a union that it came from. */
function fits(shape: FieldShape, value: unknown): boolean {
  switch (shape.as) {
    case 'text':
      return typeof value === 'string'
    case 'number':
      return typeof value === 'number'
    case 'boolean':
      return typeof value === 'boolean'
    case 'choice':
      return shape.options.some((option) => JSON.stringify(option) === JSON.stringify(value))
    case 'list':
      return Array.isArray(value) && value.every((item) => fits(shape.item, item))
    case 'group':
      return isRecord(value) && shape.fields.every((field) => fieldFits(field, value))
    case 'union':
      return shape.options.some((option) => fits(option, value))
    case 'json':
      return true
  }
}

const fieldFits = ({ name, isRequired, shape }: Named, value: Readonly<Record<string, unknown>>) =>
  value[name] === undefined ? !isRequired || shape.byDefault !== undefined : fits(shape, value[name])

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a filled-in form sends; `undefined` is left out. What is not a number stays text, for the API to refuse. */
export function filledIn(shape: FieldShape, draft: Draft): unknown {
  if (draft.as === 'left-out') return undefined
  switch (shape.as) {
    case 'group': {
      if (draft.as !== 'group') return undefined
      const entries = shape.fields.flatMap(({ name, shape: field }) => {
        const part = draft.fields[name]
        const value = part ? filledIn(field, part) : undefined
        return value === undefined ? [] : [[name, value] as const]
      })
      return Object.fromEntries(entries)
    }
    case 'list':
      return draft.as === 'list' ? draft.items.map((item) => filledIn(shape.item, item) ?? '') : undefined
    case 'union': {
      const option = draft.as === 'union' ? shape.options[draft.at] : undefined
      return draft.as === 'union' && option ? filledIn(option, draft.draft) : undefined
    }
    default:
      return draft.as === 'text' ? plainValue(shape, draft.text) : undefined
  }
}

function plainValue(shape: FieldShape, text: string): unknown {
  if (text === '') return undefined
  switch (shape.as) {
    case 'number':
      return Number.isFinite(Number(text)) ? Number(text) : text
    case 'boolean':
      return text === 'true'
    case 'choice':
      return shape.options[Number(text)]
    case 'json':
      return parsed(text)
    default:
      return text
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
