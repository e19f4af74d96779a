import { describe, expect, test } from '@jest/globals'
import { passagesOf, textsOf } from '../../testing/cut-source.ts'
import type { AnswerPassage } from '../passage.ts'
import { answerExtractively } from './answer-extractively.ts'

/** With the headings that stand above each passage, as chunks of Markdown have them; all are of one depth. */
const headed = (passages: readonly AnswerPassage[]): AnswerPassage[] => {
  const source = passages.map(({ start, text }) => ({ start, text }))
  return passages.map((passage) => {
    const before = source
      .filter(({ start }) => start <= passage.start)
      .map(({ start, text }) => text.slice(0, passage.start - start))
    const headings = Array.from(before.join('\n').matchAll(/^# (.+)$/gm), ([, heading]) => heading ?? '')
    return { ...passage, headings: headings.slice(-1) }
  })
}

describe('a question about something by name', () => {
  const handbook = `# Operating amber-anvil

Requests time out after 40 seconds. Its backups are kept for ten days.

# Operating cobalt-kiln

The certificate expires every nine weeks.`
  const certificates = 'The certificate of Emberengine expires every three weeks.'

  test.each([200, 80, 60])('is answered from where that is the subject, cut to %d letters', (size) => {
    const passages = headed(passagesOf(handbook, { id: 'handbook', title: 'Handbook', size, overlap: 10 }))
    expect(textsOf(answerExtractively('When do requests of amber-anvil time out?', passages))).toEqual([
      'Requests time out after 40 seconds.',
    ])
    expect(textsOf(answerExtractively('How often does the certificate of cobalt-kiln expire?', passages))).toEqual([
      'The certificate expires every nine weeks.',
    ])
  })

  test.each([
    'How often does the certificate of amber-anvil expire?',
    'How long are the backups of `cobalt-kiln` kept?',
    'When do requests of Emberengine time out?',
  ])('is refused where that is told of others only: %s', (question) => {
    const passages = [
      ...headed(passagesOf(handbook, { id: 'handbook', title: 'Handbook', size: 80, overlap: 10 })),
      ...passagesOf(certificates, { id: 'certificates', title: 'Certificates' }),
    ]
    expect(answerExtractively(question, passages)).toMatchObject({ status: 'refused', code: 'told-of-others' })
  })

  test('may be answered by a sentence further from the name where no section has it as its heading', () => {
    const note =
      'Emberengine was moved. This took a day. Its disks were new. The certificate expires every three weeks.'
    expect(
      textsOf(answerExtractively('How often does the certificate of Emberengine expire?', passagesOf(note))),
    ).toContain('The certificate expires every three weeks.')
  })

  test('is not taken for one about a number', () => {
    const passages = passagesOf('In 2024 the parser was rewritten. The parser is quick.', { size: 200 })
    expect(textsOf(answerExtractively('Was the parser rewritten in 2024?', passages))).toContain(
      'In 2024 the parser was rewritten.',
    )
  })
})
