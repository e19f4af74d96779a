import { z } from 'zod'
import { type Answer, jsonAnswer } from '../answer.ts'

type PathPart = string | number

const answerShape = z.looseObject({ data: z.unknown(), errors: z.array(z.unknown()).optional() })
const message =
  'Something went wrong while executing your query. Please include `0000:1111:222222:333333:44444444` when reporting this issue.'

/**
 * Every third row of the outermost connections becomes null with an error at its path, as when a backend of GitHub's
 * does not answer for some rows. Without a connection the pull request asked for becomes null; `nodes` and the fields
 * for one object may be null by the schema, so the answer stays one that GitHub could give.
 */
export const spoilNodes = (answer: Answer, seed: number): Answer => {
  const whole = answerShape.safeParse(JSON.parse(answer.body))
  if (!whole.success) return answer
  const paths: PathPart[][] = []
  spoil(whole.data.data, [], paths, seed % 3)
  const errors = [...(whole.data.errors ?? []), ...paths.map((path) => ({ path, message }))]
  return jsonAnswer(200, { ...whole.data, errors: errors.length > 0 ? errors : [{ message }] })
}

const spoil = (value: unknown, path: readonly PathPart[], paths: PathPart[][], phase: number): void => {
  if (!isObject(value)) return
  for (const [key, child] of Object.entries(value)) {
    if (key === 'nodes' && Array.isArray(child)) {
      // A page of one or two rows loses its first.
      const spoiled = child.length > phase ? phase : 0
      for (let index = spoiled; index < child.length; index += 3) {
        child[index] = null
        paths.push([...path, key, index])
      }
    } else if (key === 'pullRequest' && isObject(child)) {
      value[key] = null
      paths.push([...path, key])
    } else if (Array.isArray(child)) {
      for (const [index, item] of child.entries()) spoil(item, [...path, key, index], paths, phase)
    } else {
      spoil(child, [...path, key], paths, phase)
    }
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
