import { testDatabase } from '@assay/testkit'
import { expect, test } from '@jest/globals'
import { migrate, openDatabase } from './index.ts'

test('after it, statements are not compiled, and doing it again changes nothing', async () => {
  const database = await testDatabase()
  try {
    await Promise.all([migrate(database.url), migrate(database.url)])
    const db = openDatabase({ url: database.url })
    expect(await db.query('SHOW jit')).toEqual([{ jit: 'off' }])
    await db.close()
  } finally {
    await database.drop()
  }
})
