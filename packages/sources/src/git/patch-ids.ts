import { hash } from 'node:crypto'
import { NEWLINE, NUL } from './byte-reader.ts'

const TAB = 9
const RETURN = 13
const SPACE = 32
const PLUS = 43
const MINUS = 45
/** Begins the note that a file has no newline at its end. */
const BACKSLASH = 92

/** `header` lasts until the first hunk; of a binary file nothing counts but the names of its two contents. */
type Place = 'header' | 'hunks' | 'binary'

/**
 * git's patch-id of what `git diff-tree --patch` prints of a commit, as `git patch-id --stable` gives it: equal wherever
 * the same lines change between the same lines, at whatever place of a file and with whatever space in them. Each file is
 * hashed without space and line numbers, and the hashes are added up. Reckoned here, as starting git for every batch and
 * handing it all patches took as long as all the rest. Null where nothing counts.
 */
export const patchIdOf = (text: readonly Buffer[]): string | null => {
  const patch = Buffer.concat(text)
  const sum = createSum(patch)
  let place: Place = 'header'
  let contents = ''
  /** Lines that the hunk has yet to come, on either side. */
  let [left, right] = [0, 0]
  for (let at = 0; at < patch.length; ) {
    const first = patch[at]
    const begins = (word: string) => patch.latin1Slice(at, at + word.length) === word
    const line = () => patch.latin1Slice(at, patch.indexOf(NEWLINE, at))
    let counts = first !== BACKSLASH
    if (place === 'binary') {
      // What follows a binary file is known by the names of its contents, and not by its first line.
      counts = false
      if (begins('diff ')) place = 'header'
    } else if (place === 'header') {
      if (begins('Binary files')) {
        sum.addWord(contents)
        sum.endFile()
        ;[place, counts] = ['binary', false]
      } else if (begins('index ')) {
        contents = line().slice('index '.length).split(' ')[0]?.replace('..', '') ?? ''
        counts = false
      } else if (begins('--- ')) {
        ;[place, left, right] = ['hunks', 1, 1]
      }
    } else if (left === 0 && right === 0 && counts) {
      if (begins('@@ -')) {
        ;[left, right] = linesAnnounced(line())
        counts = false
      } else {
        sum.endFile()
        place = 'header'
      }
    }
    if (counts && place === 'hunks') {
      if (first === MINUS || first === SPACE) left -= 1
      if (first === PLUS || first === SPACE) right -= 1
    }
    at = counts ? sum.addLine(at) : nextLine(patch, at)
  }
  return sum.total()
}

const linesAnnounced = (hunk: string): [left: number, right: number] => {
  const [, left = '1', right = '1'] = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(hunk) ?? []
  return [Number(left), Number(right)]
}

const nextLine = (patch: Buffer, at: number): number => {
  const newline = patch.indexOf(NEWLINE, at)
  return newline < 0 ? patch.length : newline + 1
}

/** Hashes of files, added up as numbers whose lowest byte comes first. */
const createSum = (patch: Buffer) => {
  const kept = Buffer.allocUnsafe(patch.length)
  const total = new Uint8Array(20)
  let [from, to, counted] = [0, 0, 0]
  const endFile = () => {
    const file = hash('sha1', kept.subarray(from, to), 'buffer')
    let carry = 0
    for (const [at, byte] of file.entries()) {
      carry += (total[at] ?? 0) + byte
      total[at] = carry & 255
      carry >>= 8
    }
    from = to
  }
  return {
    /** Takes a line up to a zero byte, without its space. @returns where the next one begins. */
    addLine(start: number): number {
      let at = start
      let isCut = false
      for (; at < patch.length; at += 1) {
        const byte = patch[at] ?? 0
        if (byte === NEWLINE) break
        if (byte === NUL) isCut = true
        if (isCut || byte === SPACE || byte === TAB || byte === RETURN) continue
        kept[to] = byte
        to += 1
        counted += 1
      }
      return at + 1
    },

    addWord(word: string): void {
      to += kept.write(word, to, 'latin1')
    },

    endFile,

    total(): string | null {
      endFile()
      return counted === 0 ? null : Buffer.from(total).toString('hex')
    },
  }
}
