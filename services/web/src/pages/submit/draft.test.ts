import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { z } from 'zod'
import { draftOf, filledIn } from './draft.ts'
import { readShape } from './field-shape.ts'

const everything = z.strictObject({
  text: z.string().min(1).max(5_000).describe('Any words'),
  at: z.iso.datetime({ offset: true }),
  count: z.int().positive(),
  share: z.number().min(0).max(1).default(0.5),
  flag: z.boolean().optional(),
  size: z.enum(['small', 'large']).default('small'),
  version: z.literal(2),
  names: z.array(z.string()).min(1).max(3),
  nested: z.strictObject({ deep: z.strictObject({ number: z.number() }) }).optional(),
  target: z.union([
    z.strictObject({ path: z.string() }),
    z.strictObject({ url: z.url(), depth: z.int().optional() }),
    z.int(),
  ]),
  anything: z.record(z.string(), z.unknown()).optional(),
})
const shape = readShape(z.toJSONSchema(everything, { io: 'input' }))

test('every part of a schema gets a control that fits, with what is said about it', () => {
  expect(shape).toMatchObject({ as: 'group' })
  const fields = shape.as === 'group' ? shape.fields : []
  expect(fields.map(({ name, isRequired, shape: { as } }) => `${name}${isRequired ? '*' : ''}: ${as}`)).toEqual([
    'text*: text',
    'at*: text',
    'count*: number',
    'share: number',
    'flag: boolean',
    'size: choice',
    'version*: choice',
    'names*: list',
    'nested: group',
    'target*: union',
    'anything: json',
  ])
  expect(fields[0]?.shape).toMatchObject({ description: 'Any words', isLong: true })
  expect(fields[1]?.shape).toMatchObject({ input: 'datetime-local' })
  expect(fields[2]?.shape).toMatchObject({ least: 1, most: undefined, isWhole: true })
  expect(fields[3]?.shape).toMatchObject({ least: 0, most: 1, byDefault: 0.5 })
})

test('an empty form begins with defaults, and sends only what is given', () => {
  expect(filledIn(shape, draftOf(shape))).toEqual({
    share: 0.5,
    size: 'small',
    version: 2,
    names: [''],
    target: {},
  })
})

test('whatever a contract takes comes out of its form as it was put in', () => {
  const words = fc.string({ minLength: 1 })
  const values = fc.record(
    {
      text: words,
      at: fc.constant('2026-11-20T06:00:00Z'),
      count: fc.integer({ min: 1 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }).filter((share) => !Object.is(share, -0)),
      flag: fc.boolean(),
      size: fc.constantFrom('small', 'large'),
      version: fc.constant(2),
      names: fc.array(words, { minLength: 1, maxLength: 3 }),
      nested: fc.record({ deep: fc.record({ number: fc.integer() }) }),
      target: fc.oneof(
        fc.record({ path: words }),
        fc.record({ url: fc.webUrl(), depth: fc.integer() }, { requiredKeys: ['url'] }),
        fc.integer(),
      ),
      anything: fc.dictionary(words, fc.oneof(fc.integer(), words)),
    },
    { requiredKeys: ['text', 'at', 'count', 'share', 'size', 'version', 'names', 'target'] },
  )
  fc.assert(
    fc.property(values, (value) => {
      expect(filledIn(shape, draftOf(shape, value))).toEqual(value)
    }),
  )
})

test('a number that is none is sent as it was typed, so that the API can say what is wrong', () => {
  const number = readShape({ type: 'integer' })
  expect(filledIn(number, { as: 'text', text: '12x' })).toBe('12x')
  expect(filledIn(number, { as: 'text', text: '' })).toBeUndefined()
})
