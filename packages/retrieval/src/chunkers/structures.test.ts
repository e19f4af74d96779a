import { expect, test } from '@jest/globals'
import { createChunker } from './create-chunker.ts'

const chunk = (kind: 'sentence' | 'markdown' | 'code' | 'diff', maxTokens: number, text: string, overlapTokens = 0) =>
  createChunker({ kind, maxTokens, overlapTokens }).chunk(text)

test('sentences are kept whole, and an overlap begins with one', async () => {
  const text =
    'We met Dr. Smith at 3 p.m. on Monday. He spoke (at length!) of J. Doe. Then it rained, e.g. in Rome. All left.'
  expect((await chunk('sentence', 15, text)).map((one) => one.text)).toEqual([
    'We met Dr. Smith at 3 p.m. on Monday.',
    'He spoke (at length!) of J. Doe.',
    'Then it rained, e.g. in Rome. All left.',
  ])
  const five = 'One is here. Two is here. Three is here. Four is here. Five is here.'
  expect((await chunk('sentence', 16, five, 9)).map((one) => one.text)).toEqual([
    'One is here. Two is here. Three is here. Four is here.',
    'Three is here. Four is here. Five is here.',
  ])
})

test('sentences without blanks between them end, too', async () => {
  expect((await chunk('sentence', 8, '今日は雨。明日は晴れ。')).map((one) => one.text)).toEqual([
    '今日は雨。',
    '明日は晴れ。',
  ])
})

test('Markdown is cut before headings, and a chunk knows the ones above it', async () => {
  const words = (count: number) => 'word '.repeat(count).trim()
  const text = `# Guide\n\n${words(12)}\n\n## Setup\n\n${words(30)}\n\n${words(30)}\n\nUsage\n-----\n${words(20)}\n`
  expect((await chunk('markdown', 40, text)).map(({ path, text: own }) => [path.join(' > '), own.slice(0, 8)])).toEqual(
    [
      ['Guide', '# Guide\n'],
      ['Guide > Setup', '## Setup'],
      ['Guide > Setup', 'word wor'],
      ['Guide > Usage', 'Usage\n--'],
    ],
  )
})

test('what looks like a heading inside of a code block is none', async () => {
  const text = `# One\n\n\`\`\`sh\n# not a heading\nls\n\`\`\`\n\nThe text behind the block goes on for some more words.\n`
  expect((await chunk('markdown', 14, text)).at(-1)?.path).toEqual(['One'])
})

test('code is cut between definitions, comments stay with theirs, and a chunk knows what it is nested in', async () => {
  const method = (name: string) => `  // Says ${name}.\n  ${name}() {\n    return this.say('${name}')\n  }\n`
  const text = `class Speaker {\n${['hello', 'again', 'goodbye'].map(method).join('\n')}}\n`
  const chunks = await chunk('code', 24, text)
  expect(chunks.map(({ text: own }) => own.split('\n')[0])).toEqual([
    'class Speaker {',
    '// Says again.',
    '// Says goodbye.',
  ])
  expect(chunks[1]?.path).toEqual(['class Speaker {'])
})

test('a diff is cut between files and hunks, and a chunk knows its own', async () => {
  const hunk = (at: number) => `@@ -${at},2 +${at},2 @@ run()\n before the change\n-old line ${at}\n+new line ${at}\n`
  const file = (name: string) => `diff --git a/${name} b/${name}\n--- a/${name}\n+++ b/${name}\n${hunk(1)}${hunk(9)}`
  const chunks = await chunk('diff', 66, file('src/a.ts') + file('src/b.ts'))
  expect(chunks.map(({ path }) => path[0])).toEqual(['src/a.ts', 'src/a.ts', 'src/b.ts', 'src/b.ts'])
  expect(chunks[1]?.path).toEqual(['src/a.ts', '@@ -9,2 +9,2 @@ run()'])
})

test('the semantic chunker cuts where the subject changes', async () => {
  const about = (word: string) => `${word} is here. ${word} was there. ${word} will be. ${word} stays. `
  const embed = (texts: readonly string[]) => texts.map((text) => (text.includes('Rain') ? [1, 0] : [0, 1]))
  const { chunk } = createChunker({ kind: 'semantic', embed, maxTokens: 26, overlapTokens: 0 })
  expect((await chunk(about('Rain') + about('Money'))).map((one) => one.text.split(' ')[0])).toEqual(['Rain', 'Money'])
})
