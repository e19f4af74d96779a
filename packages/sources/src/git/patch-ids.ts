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
export const createPatchIds = () => {
  // One buffer for all: new ones for every commit cost more in garbage than hashing does.
  let held = Buffer.alloc(0)
  return (text: readonly Buffer[]): string | null => {
    const length = text.reduce((sum, piece) => sum + piece.length, 0)
    if (held.length < length) held = Buffer.allocUnsafe(2 * length)
    let at = 0
    for (const piece of text) at += piece.copy(held, at)
    return patchIdIn(held.subarray(0, length))
  }
}

/** The patch is overwritten by what counts of it, which is never longer than what was read. */
const patchIdIn = (patch: Buffer): string | null => {
  const sum = createSum(patch)
  let place: Place = 'header'
  let contents = ''
  /** Lines that the hunk has yet to come, on either side. */
  let [left, right] = [0, 0]
  for (let at = 0; at < patch.length; ) {
    const first = patch[at]
    if (first === BACKSLASH) {
      at = nextLine(patch, at)
      continue
    }
    if (left > 0 || right > 0) {
      if (first === MINUS || first === SPACE) left -= 1
      if (first === PLUS || first === SPACE) right -= 1
      at = sum.addLine(at)
      continue
    }
    const end = nextLine(patch, at)
    const line = patch.toString('latin1', at, end - 1)
    if (place === 'header' && line.startsWith('--- ')) {
      // The two lines that name the file count as if they were the first hunk.
      ;[place, left, right] = ['hunks', 1, 1]
      continue
    }
    const meaning = meaningOf(line, place)
    if (meaning === 'hunk') [left, right] = linesAnnounced(line)
    if (meaning === 'contents') contents = line.slice('index '.length).split(' ')[0]?.replace('..', '') ?? ''
    if (meaning === 'binary') sum.addWord(contents)
    if (meaning === 'binary' || meaning === 'next-file') sum.endFile()
    if (meaning === 'next-file' || meaning === 'header') sum.addLine(at)
    place = placeAfter[meaning] ?? place
    at = end
  }
  return sum.total()
}

type Meaning = 'header' | 'contents' | 'binary' | 'behind-binary' | 'after-binary' | 'hunk' | 'next-file'

/** What a line is that stands in no hunk. */
const meaningOf = (line: string, place: Place): Meaning => {
  if (place === 'binary') return line.startsWith('diff ') ? 'after-binary' : 'behind-binary'
  if (place === 'hunks') return line.startsWith('@@ -') ? 'hunk' : 'next-file'
  if (line.startsWith('Binary files')) return 'binary'
  return line.startsWith('index ') ? 'contents' : 'header'
}

/** The line that ends a binary file begins the next one, and does not count itself. */
const placeAfter: Readonly<Partial<Record<Meaning, Place>>> = {
  binary: 'binary',
  'after-binary': 'header',
  'next-file': 'header',
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
  const total = new Uint8Array(20)
  let [from, to, counted] = [0, 0, 0]
  const endFile = () => {
    const file = hash('sha1', patch.subarray(from, to), 'buffer')
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
      // What is shared with other functions is slow to count in, byte by byte.
      let [at, place] = [start, to]
      for (; at < patch.length; at += 1) {
        const byte = patch[at] ?? 0
        if (byte > SPACE) {
          patch[place] = byte
          place += 1
        } else if (byte === NEWLINE || byte === NUL) break
        else if (byte !== SPACE && byte !== TAB && byte !== RETURN) {
          patch[place] = byte
          place += 1
        }
      }
      counted += place - to
      to = place
      return patch[at] === NEWLINE ? at + 1 : nextLine(patch, at)
    },

    addWord(word: string): void {
      to += patch.write(word, to, 'latin1')
    },

    endFile,

    total(): string | null {
      endFile()
      return counted === 0 ? null : Buffer.from(total).toString('hex')
    },
  }
}
