import { expect, test } from '@jest/globals'
import { readEditorParams, readListParams, readNewParams } from './achievement-params.ts'

test('addresses name evidence by id, a version by number, an author by name; anything else is left out', () => {
  const id = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b'
  expect(readNewParams({ 'pull-request': id, document: 'javascript:hit()' })).toEqual({ 'pull-request': id })
  expect(readNewParams({ document: id })).toEqual({ document: id })
  expect(readEditorParams({ version: 3 })).toEqual({ version: 3 })
  expect([readEditorParams({ version: '3' }), readEditorParams({ version: -1 })]).toEqual([{}, {}])
  expect([readListParams({ author: 'Ada' }), readListParams({ author: 7 }), readListParams({ author: '' })]).toEqual([
    { author: ['Ada'] },
    { author: ['7'] },
    {},
  ])
})
