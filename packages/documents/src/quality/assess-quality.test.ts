import { describe, expect, test } from '@jest/globals'
import { extractInProcess } from '../extractors/extract-in-process.ts'
import { extractionLimits } from '../limits.ts'
import { assessQuality } from './assess-quality.ts'
import { isFamiliar } from './familiar-words.ts'
import { gate, qualityThresholds } from './gate.ts'
import {
  colemanLiauGrade,
  countSyllables,
  daleChall,
  fleschKincaidGrade,
  fleschReadingEase,
  smogGrade,
} from './readability.ts'

const PROSE = `# How the release went

The team moved the queue to a new machine on the first day of the month. It was a slow change, because every job that
waited had to be read again before it could run. Nobody lost any work, and most of the people who use the system did
not see that anything had been done at all.

Later in the week the error rate rose for an hour. We found that one of the older clients did not know the new address
and tried the old one until it gave up. The fix was small: the old address now answers with the new one. Since then the
rate is where it was before, and the time that a job waits has gone down by a third.
`
const limits = extractionLimits.parse({})
const assess = async (text: string, name = 'a.md') =>
  assessQuality(await extractInProcess(Buffer.from(text), name, limits))

test('clean prose scores high and passes the gate', async () => {
  const quality = await assess(PROSE)
  expect(quality.score).toBeGreaterThan(95)
  expect(gate(quality)).toEqual({ verdict: 'accept', reasons: [] })
})

test('links, code, tags and rules of Markdown are no garbage', async () => {
  const contents = Array.from(
    { length: 12 },
    (_, at) => `- [\`option${at}\`](#option-${at}) <a id="o${at}"></a>: see <https://host.example/a/?b=%7B${at}%7D#c>.`,
  )
  const quality = await assess(`${contents.join('\n')}\n\n--------\n\n${PROSE}`)
  expect(quality.measures.garbageShare).toBe(0)
  expect(gate(quality).verdict).toBe('accept')
})

test('lost letters are garbage inside of links and code, too', async () => {
  const lost = '\uFFFD'.repeat(5)
  const quality = await assess(`${PROSE}\n[a](${lost}) \`${lost}\` <${lost}> ${lost}\n`)
  expect(quality.measures.garbageShare * (PROSE.length + 40)).toBeGreaterThan(19)
})

test('the contributions add up to the score, and their weights to 100', async () => {
  for (const text of [PROSE, 'x', '# a\n\n- b', `${PROSE}\n\n| a | b |\n|---|---|\n| | |\n`]) {
    const { score, contributions } = await assess(text)
    expect(contributions.reduce((sum, part) => sum + part.points, 0)).toBeCloseTo(score, 9)
    expect(contributions.reduce((sum, part) => sum + part.weight, 0)).toBeCloseTo(100, 9)
  }
})

describe('damage lowers the score and is named', () => {
  const damaged = async (text: string) => {
    const [before, after] = [await assess(PROSE), await assess(text)]
    expect(after.score).toBeLessThan(before.score)
    return { after, reasons: gate(after).reasons.map((reason) => reason.rule) }
  }
  test('wrongly decoded letters', async () => {
    const { reasons } = await damaged(PROSE.replaceAll('e', 'Ã©'))
    expect(reasons).toContain('mojibake')
  })
  test('lost letters', async () => {
    const { reasons } = await damaged(PROSE.replace(/[aeiou]/g, '\uFFFD'))
    expect(reasons).toContain('garbage')
  })
  test('words broken at hyphens', async () => {
    const { after } = await damaged(PROSE.replace(/(\w{3})(\w{3})/g, '$1- $2'))
    expect(after.measures.hyphenFaultsPerThousandWords).toBeGreaterThan(100)
  })
  test('paragraphs cut in the middle', async () => {
    const { after } = await damaged(PROSE.replace(/ (the|it|and) /g, '\n\n$1 '))
    expect(after.measures.brokenFlowShare).toBeGreaterThan(0.5)
  })
  test('the same line over and over', async () => {
    const { reasons } = await damaged(`${'The same line over again.\n\n'.repeat(60)}${PROSE}`)
    expect(reasons).toContain('duplicateLines')
  })
  test('letters in random order', async () => {
    const noise = PROSE.replace(/[a-z]+/g, (word) =>
      [...word].map((_, at) => 'xqzjvkwpfb'.charAt((at * 7 + word.length) % 10)).join(''),
    )
    const { reasons } = await damaged(noise)
    expect(reasons).toContain('wordShape')
  })
})

describe('the gate', () => {
  test('takes the limits of a workspace, and keeps the other defaults', async () => {
    const thresholds = qualityThresholds.parse({ fewestWords: { reject: 1_000 } })
    expect(thresholds.fewestWords).toEqual({ quarantine: null, reject: 1_000 })
    expect(thresholds.bullets.quarantine).toBe(0.9)
    expect(gate(await assess(PROSE), thresholds)).toMatchObject({
      verdict: 'reject',
      reasons: [{ rule: 'fewestWords', limit: 1_000 }],
    })
  })
  test('takes a short note as it is, and nothing that holds no word', async () => {
    expect(gate(await assess('- milk\n- bread\n- 2 onions')).verdict).toBe('accept')
    expect(gate(await assess('--- *** ---')).verdict).toBe('reject')
  })
  test('does not hold tables to the measures of prose', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `${at},${at * 7}`).join('\n')
    expect(gate(await assess(`a,b\n${rows}`, 'a.csv')).verdict).toBe('accept')
  })
  test('refuses an unknown rule', () => {
    expect(qualityThresholds.safeParse({ sparkle: { reject: 1 } }).success).toBe(false)
  })
})

describe('readability', () => {
  test('follows the published formulas', () => {
    expect(fleschReadingEase(100, 5, 150)).toBeCloseTo(206.835 - 20.3 - 126.9, 9)
    expect(fleschKincaidGrade(100, 5, 150)).toBeCloseTo(7.8 + 17.7 - 15.59, 9)
    expect(smogGrade(30, 30)).toBeCloseTo(1.043 * Math.sqrt(30) + 3.1291, 9)
    expect(colemanLiauGrade(450, 100, 5)).toBeCloseTo(0.0588 * 450 - 0.296 * 5 - 15.8, 9)
    expect(daleChall(10, 100, 5)).toBeCloseTo(1.579 + 0.992 + 3.6365, 9)
  })
  test.each([
    ['cat', 1],
    ['table', 2],
    ['release', 2],
    ['evidence', 3],
    ['repository', 5],
    ['jumped', 1],
    ['wanted', 2],
  ])('%s has %i syllables', (word, count) => {
    expect(countSyllables(word)).toBe(count)
  })
  test.each([
    'Cat',
    "dog's",
    'dogs’',
    'stories',
    'horses',
    'stopped',
    'carried',
    'making',
    'happiest',
    'safely',
    'half-open',
  ])('%s is familiar', (word) => {
    expect(isFamiliar(word)).toBe(true)
  })
  test.each(['hypertension', 'repository', 'latency', 'half-latent', 'ing', "'s"])('%s is not', (word) => {
    expect(isFamiliar(word)).toBe(false)
  })
  test('by Dale and Chall tells what fourth-graders can read from what takes a college', async () => {
    const told = async (text: string) => (await assess(text.repeat(6))).readability?.daleChall
    expect(
      await told('The old man sat in the sun and told the boys a story. The dog ran after the ball. '),
    ).toBeLessThan(5)
    expect(
      await told(
        'The asynchronous replication of the ledger amplifies latency whenever a quorum is negotiated with a replica. ',
      ),
    ).toBeGreaterThan(10)
  })
  test('is told for English prose only', async () => {
    expect((await assess(PROSE)).readability?.fleschReadingEase).toBeGreaterThan(60)
    expect((await assess('Der Hund läuft über die Straße und bellt laut. '.repeat(10))).readability).toBeNull()
  })
})
