import { expect, test } from '@jest/globals'
import { sourceAddress } from './source-address.ts'

const commit = { kind: 'commit', sha: 'abc' } as const
const git = (origin: string) => ({ origin, sourceKind: 'git' as const })

test.each([
  ['https://github.com/acme/shop.git', 'https://github.com/acme/shop/commit/abc'],
  ['https://token@github.com/acme/shop', 'https://github.com/acme/shop/commit/abc'],
  ['git@github.com:acme/shop.git', 'https://github.com/acme/shop/commit/abc'],
  ['ssh://git@gitlab.com:22/acme/group/shop.git', 'https://gitlab.com/acme/group/shop/-/commit/abc'],
  ['https://codeberg.org/acme/shop/', 'https://codeberg.org/acme/shop/commit/abc'],
])('a commit of %s is at %s', (origin, address) => {
  expect(sourceAddress(git(origin), commit)).toBe(address)
})

test.each(['/srv/git/shop', 'file:///srv/git/shop', 'https://git.acme.example/shop.git', 'javascript:alert(1)//x/y'])(
  '%s is shown nowhere that we know',
  (origin) => {
    expect(sourceAddress(git(origin), commit)).toBeNull()
  },
)

test('what was read from the API of GitHub is shown as GitHub does, on any host', () => {
  const source = { origin: 'https://code.acme.example/acme/shop.git', sourceKind: 'github' as const }
  expect(sourceAddress(source, { kind: 'pull-request', number: 7 })).toBe('https://code.acme.example/acme/shop/pull/7')
})

test('paths cannot leave their place', () => {
  const address = sourceAddress(git('https://github.com/acme/shop'), { kind: 'file', sha: 'abc', path: 'a b/?c#d' })
  expect(address).toBe('https://github.com/acme/shop/blob/abc/a%20b/%3Fc%23d')
})
