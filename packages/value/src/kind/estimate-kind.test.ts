import { beforeAll, expect, test } from '@jest/globals'
import { loadModels, type ValueModels } from '../models.ts'
import { sampleFacts } from '../testing/sample-facts.ts'
import { estimateKind } from './estimate-kind.ts'

let models: ValueModels
beforeAll(async () => {
  models = await loadModels()
})
const kindOf = (changes: Parameters<typeof sampleFacts>[0]) => estimateKind(sampleFacts(changes), models.kind)

test.each([
  ['feat: allow trailing commas', 'feature'],
  ['fix(parser)!: throw on garbage', 'fix'],
  ['[docs]: say how', 'docs'],
  ['chore(deps): bump left-pad', 'deps'],
  ['ci: run on arm', 'chore'],
  ['[Docs] say how', 'docs'],
  ['[BUGFIX] parser: throw on garbage', 'fix'],
  ['[v4.0] feat: allow trailing commas', 'feature'],
  ['doc,test: say how', 'docs'],
])('%s is what its author declares: %s', (title, label) => {
  expect(kindOf({ title })).toMatchObject({ label, by: 'declared' })
})

test('a type that comes apart from the title counts as if it stood there', () => {
  expect(kindOf({ title: 'allow trailing commas', typePrefix: 'feat' })).toMatchObject({
    label: 'feature',
    by: 'declared',
  })
})

test('a part of the project before the colon is no kind', () => {
  expect(kindOf({ title: 'crypto: handle an empty header' }).by).toBe('model')
  expect(kindOf({ title: '[crypto] handle an empty header' }).by).toBe('model')
})

test('a label tells where the title does not', () => {
  expect(kindOf({ labels: ['good first issue', 'type: bug'] })).toMatchObject({ label: 'fix', by: 'label' })
})

test('a fix that names an advisory is a security fix; the word alone makes none', () => {
  expect(kindOf({ title: 'fix: check lengths', body: 'For CVE-2026-12345.' }).label).toBe('security')
  expect(kindOf({ title: 'fix: typo', body: 'No security impact.' }).label).toBe('fix')
})

test.each([
  ['Fix a crash when the header is empty', 'fix'],
  ['Add support for trailing commas', 'feature'],
  ['Bump left-pad from 1.1.0 to 1.2.0', 'deps'],
])('without any of these the model reads it: %s', (title, label) => {
  const files = label === 'deps' ? [{ path: 'package.json' }, { path: 'package-lock.json' }] : sampleFacts().files
  expect(kindOf({ title, files })).toMatchObject({ label, by: 'model' })
})

test('files that are all of one class tell the kind', () => {
  expect(kindOf({ title: 'Cover the edge cases', files: [{ path: 'test/a.test.ts' }] }).label).toBe('test')
  expect(kindOf({ title: 'Explain the options', files: [{ path: 'docs/options.md' }] }).label).toBe('docs')
})

test('probabilities sum to 1 and the label has the greatest, also when only a title is known', () => {
  const { label, probability, probabilities } = estimateKind({ title: 'Rework things' }, models.kind)
  expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1)
  expect(probability).toBe(Math.max(...probabilities))
  expect(label).toBeDefined()
})
