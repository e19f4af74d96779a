import { createInterface } from 'node:readline/promises'

/** Asks the person; where there is none, nobody has agreed. */
export async function isConfirmed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false
  const asking = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await asking.question(`${question} [y/N] `)
  asking.close()
  return /^y(?:es)?$/i.test(answer.trim())
}
