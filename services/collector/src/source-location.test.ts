import { describe, expect, test } from '@jest/globals'
import { createSourceLocations } from './source-location.ts'

const gitHub = createSourceLocations('https://github.com')

describe('a repository on GitHub', () => {
  test.each([
    'fastify/fastify',
    'https://github.com/fastify/fastify',
    'https://github.com/fastify/fastify.git',
    'https://GitHub.com/fastify/fastify/',
    'git@github.com:fastify/fastify.git',
    'ssh://git@github.com/fastify/fastify.git',
    'git://github.com/fastify/fastify.git',
  ])('is the same repository written as %s', (given) => {
    expect(gitHub.onGitHub(given)).toEqual({ owner: 'fastify', name: 'fastify' })
    expect(gitHub.origin(given)).toBe('https://github.com/fastify/fastify')
  })

  test('is on the company server where that is set', () => {
    const company = createSourceLocations('https://git.example.org/')
    expect(company.origin('a/b')).toBe('https://git.example.org/a/b')
    expect(company.forGit('a/b')).toBe('https://git.example.org/a/b.git')
    expect(company.onGitHub('https://github.com/a/b')).toBeUndefined()
  })
})

test.each([
  '/srv/fastify',
  'https://github.com.evil.example/a/b',
  'https://gitlab.com/a/b.git',
  'https://github.com/a',
  'https://github.com/a/b/c',
])('%s is not on GitHub and keeps its address', (given) => {
  expect(gitHub.onGitHub(given)).toBeUndefined()
  expect(gitHub.origin(given)).toBe(given)
  expect(gitHub.forGit(given)).toBe(given)
})
