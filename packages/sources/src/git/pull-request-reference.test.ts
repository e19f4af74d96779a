import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readPullRequestReference } from './pull-request-reference.ts'

const read = (subject: string, body = '', parentCount = 1) => readPullRequestReference({ subject, body, parentCount })

const plainTitle = fc
  .string({ maxLength: 60 })
  .filter((title) => title.trim() !== '' && !/["#]|^auto merge|^merge pull/i.test(title))
const number = fc.integer({ min: 1, max: 999_999_999 })

describe('the pull request of a commit', () => {
  test.each([
    ['fix: a (#12)', 12, 'fix: a'],
    ['fix: a (#11) (#12)', 12, 'fix: a (#11)'],
    ['fix: a (#12) fixes #13', 12, 'fix: a fixes #13'],
    ['fix: a (#12), fix #13', 12, 'fix: a, fix #13'],
    ['fix: a (fix #13) (#12)', 12, 'fix: a (fix #13)'],
    ['docs: typo (#12) [skip ci]', 12, 'docs: typo [skip ci]'],
    ['Add codes (#12) (h/t @someone)', 12, 'Add codes (h/t @someone)'],
    ['gh-11: Free the list (GH-12)', 12, 'gh-11: Free the list'],
    ['Revert "fix: a (#11)" (#12)', 12, 'Revert "fix: a (#11)"'],
    ['fix: restore, "fix: a (#11)" (#12)', 12, 'fix: restore, "fix: a (#11)"'],
  ])('is the number that closes the title: %s', (subject, expected, title) => {
    expect(read(subject)).toMatchObject({ number: expected, title, how: 'squash' })
  })

  test.each([
    'Revert "fix: a (#11)"',
    'Revert "Reapply "fix: a (#11)""',
    'Revert "fix: a title that was cut off (#11)',
    'Reapply "fix: a (#11)" after the release',
    'chore: restore #11',
    'fix: follow up on (#11) in the router',
    'fix(css): a (fix #11)',
    'fix: as in other/repository(#x) (other/repository#11)',
    'a (#0)',
    'a (#01)',
    'a (#1234567890)',
    '',
  ])('is not one that is quoted or mentioned: %s', (subject) => {
    expect(read(subject)).toBeUndefined()
  })

  test('is named by a merge, whose title is the first line of the body', () => {
    expect(read('Merge pull request #12 from ada/fix-11', '\nFix #11\n\nLong.\nText.', 2)).toEqual({
      number: 12,
      title: 'Fix #11',
      body: 'Long.\nText.',
      how: 'merge',
      flags: [],
    })
    expect(read('Merge pull request #12 from ada/fix-11', '', 2)).toMatchObject({
      title: 'ada/fix-11',
      flags: ['untitled'],
    })
  })

  test('is named by bors and by homu before it', () => {
    expect(read('Auto merge of #12 - ada:fix, r=bob', 'Fix it\n\nWhy', 2)).toMatchObject({
      number: 12,
      title: 'Fix it',
      body: 'Why',
      how: 'bors',
    })
    expect(read('auto merge of #12 : ada/cargo/fix, r=bob', 'Fix it', 2)).toMatchObject({
      number: 12,
      title: 'Fix it',
      how: 'bors',
    })
  })

  test.each([
    ["Merge pull request 'Fix it' (#12) from fix into main", 'Reviewed-on: x', 'Fix it', 'merge'],
    ['Merged in fix-it (pull request #12)', 'Fix it\n\nWhy', 'Fix it', 'merge'],
    ['Merge pull request #12 in PROJ/repo from fix to main', 'Fix it', 'Fix it', 'merge'],
    ['Merged PR 12: Fix it', 'Why', 'Fix it', 'merge'],
    ['Merge #12', '12: Fix it r=bob a=ada\n\nWhy', 'Fix it', 'bors'],
    ["Merge branch 'fix' into 'main'", 'Fix it\n\nCloses #3\n\nSee merge request a/b/c!12', 'Fix it', 'merge'],
  ])('is named by other hosts in their own words: %s', (subject, body, title, how) => {
    expect(read(subject, body, 2)).toMatchObject({ number: 12, title, how, flags: [] })
  })

  test('is named by a squashed merge request of GitLab, whose subject is the title', () => {
    expect(read('Fix it', 'Why\n\nSee merge request a/b!12')).toMatchObject({
      number: 12,
      title: 'Fix it',
      body: 'Why',
      how: 'squash',
    })
  })

  test('came through a merge queue when a merge carries a squash title', () => {
    expect(read('fix: a (#12)', '', 2)).toMatchObject({ number: 12, how: 'merge-queue' })
  })

  test('is flagged when its title takes a change back or quotes other numbers', () => {
    expect(read('Revert "fix: a (#11)" (#12)')?.flags).toEqual(['several-numbers', 'revert'])
    expect(read('fix: a (#12) [skip ci]')?.flags).toEqual(['number-not-at-end'])
  })

  test('is found behind any title', () => {
    fc.assert(
      fc.property(plainTitle, number, (title, expected) => {
        expect(read(`${title} (#${expected})`)).toMatchObject({ number: expected, title: title.trim() })
      }),
    )
  })

  test('is never the one that a revert quotes', () => {
    fc.assert(
      fc.property(plainTitle, number, number, (title, quoted, own) => {
        expect(read(`Revert "${title} (#${quoted})"`)).toBeUndefined()
        expect(read(`Revert "${title} (#${quoted})" (#${own})`)?.number).toBe(own)
      }),
    )
  })

  test('has a whole positive number and a title, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.nat({ max: 3 }), (subject, body, parents) => {
        const reference = read(`${subject} (#7)`, body, parents)
        if (!reference) return
        expect(Number.isSafeInteger(reference.number) && reference.number > 0).toBe(true)
        expect(reference.title).not.toBe('')
      }),
    )
  })

  test('is looked for in time that does not explode with the length of a hostile subject', () => {
    const started = performance.now()
    read(`a (#1)${' fixes #1'.repeat(20_000)} x`)
    read(`a ${'(#1)'.repeat(5_000)} x`)
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})
