import { expect, test } from '@jest/globals'
import { pathNames } from './path-names.ts'

const namesOf = (...paths: string[]) => [...pathNames(paths)]

test('a path is told by its folders, its words, its name and its ending', () => {
  expect(namesOf('docs/api/web-contents.md')).toEqual(
    expect.arrayContaining(['i:docs', 'i:api', 'd:web', 'd:contents', 'o:web-contents.md', 'e:.md']),
  )
})

test('what a tool wrote is counted by its class and not named', () => {
  expect(namesOf('package-lock.json', 'vendor/cli/api.go').filter((name) => /^[oeid]:/.test(name))).toEqual([])
})

test('every name comes once, however many files share it', () => {
  const names = namesOf(...Array.from({ length: 200 }, (_, at) => `src/cli/command${at}.ts`))
  expect(new Set(names).size).toBe(names.length)
  expect(names).toContain('i:cli')
})

test('more files of a class pass higher thresholds', () => {
  expect(namesOf('src/a.ts')).not.toContain('n:source2')
  expect(namesOf('src/a.ts', 'src/b.ts')).toContain('n:source2')
})
