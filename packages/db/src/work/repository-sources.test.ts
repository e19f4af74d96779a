import { expect, test } from '@jest/globals'
import { sourceForms } from './repository-sources.ts'

test('what is on github.com has many addresses, in any case of letters', () => {
  const { forms, anyCase } = sourceForms('https://github.com/Owner/name')
  expect(anyCase).toBe(true)
  expect(forms).toEqual(
    expect.arrayContaining([
      'https://github.com/Owner/name',
      'https://github.com/Owner/name.git',
      'Owner/name',
      'Owner/name.git',
      'git@github.com:Owner/name.git',
      'ssh://git@github.com/Owner/name.git',
    ]),
  )
})

test.each([
  ['https://git.example.org/team/tool.git', 'https://git.example.org/team/tool'],
  ['https://git.example.org/team/tool', 'https://git.example.org/team/tool.git'],
  ['/srv/tool', '/srv/tool.git'],
  ['/srv/tool/', '/srv/tool'],
])('%s is also %s, and letters are what they are', (origin, other) => {
  const { forms, anyCase } = sourceForms(origin)
  expect([forms.includes(origin), forms.includes(other), anyCase]).toEqual([true, true, false])
})

test.each(['https://github.com/a', 'https://github.com.example.org/a/b', 'https://example.org/github.com/a/b'])(
  '%s is not taken for a repository on github.com',
  (origin) => {
    expect(sourceForms(origin).anyCase).toBe(false)
  },
)
