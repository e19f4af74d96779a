import { expect, test } from '@jest/globals'
import { mergeMethodOf } from './details.ts'

const one = { number: 7, subject: 'Title', parents: 1, ownSubjects: ['first', 'second'], isWhole: true }

test.each([
  ['two parents are a merge', { ...one, parents: 2, subject: 'Title (#7)' }, 'merge'],
  ['one commit named with the number is a squash', { ...one, subject: 'Title (#7)', isWhole: null }, 'squash'],
  ['one commit that holds all of several is a squash, whatever its name', one, 'squash'],
  ['the newest own commit as it was is a rebase', { ...one, subject: 'second', isWhole: false }, 'rebase'],
  ['a single commit as it was is a rebase', { ...one, subject: 'first', ownSubjects: ['first'] }, 'rebase'],
  ['a single commit of another name could be anything', { ...one, ownSubjects: ['first'] }, 'unknown'],
  ['a part under another name could be anything', { ...one, isWhole: false }, 'unknown'],
  ["another pull request's number says nothing", { ...one, subject: 'Title (#17)', isWhole: null }, 'unknown'],
] as const)('%s', (_, known, how) => expect(mergeMethodOf(known)).toBe(how))
