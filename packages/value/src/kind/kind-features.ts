import { actions, conceptsIn } from '../learning/concepts.ts'
import { foldText, wordsOf } from '../learning/words.ts'
import type { PullRequestFacts } from '../pull-request-facts.ts'
import { cleanBody } from './clean-body.ts'
import { pathClasses } from './path-classes.ts'
import { readPathProfile } from './path-profile.ts'

const TITLE_WORDS = 24
const BODY_WORDS = 60

/**
 * The names of everything a pull request has that its kind may be told from, each once; all of them on or off.
 * @param title without its conventional prefix, which would give the kind away while learning.
 */
export const kindFeatures = (facts: PullRequestFacts, title: string): string[] => {
  const names = new Set<string>()
  const paths = (facts.files ?? []).map(({ path }) => path)
  const profile = readPathProfile(paths)
  const words = wordsOf(foldText(title).slice(0, 400)).slice(0, TITLE_WORDS)
  const verb = words[0] ?? '<none>'
  for (const word of words) {
    names.add(`t:${word}`)
    names.add(`p:${profile.name}|${word}`)
  }
  for (let at = 0; at + 1 < words.length; at += 1) names.add(`t2:${words[at]} ${words[at + 1]}`)
  names.add(`f:${verb}`)
  names.add(`f2:${verb} ${words[1] ?? ''}`)
  names.add(`fp:${verb}|${profile.name}`)
  names.add(`l:${words.at(-1) ?? ''}`)
  names.add(`n:${Math.min(12, words.length)}`)
  for (const gram of characterGrams(foldText(title).toLowerCase().slice(0, 150))) names.add(`c:${gram}`)

  const body = cleanBody(facts.body ?? '')
  for (const cue of body.cues) names.add(`q:${cue}`)
  const bodyWords = wordsOf(foldText(body.text).slice(0, 1_200)).slice(0, BODY_WORDS)
  for (const word of bodyWords) names.add(`b:${word}`)
  for (let at = 0; at + 1 < Math.min(bodyWords.length, 30); at += 1)
    names.add(`b2:${bodyWords[at]} ${bodyWords[at + 1]}`)
  names.add(`bl:${Math.min(6, Math.floor(Math.log2(1 + bodyWords.length)))}`)

  names.add(`k:${profile.name}`)
  for (const name of pathClasses) {
    const share = profile.total === 0 ? 0 : profile.counts[name] / profile.total
    if (share > 0) names.add(`k:any-${name}`)
    if (share >= 0.5) names.add(`k:half-${name}`)
    if (share === 1) names.add(`k:all-${name}`)
  }
  for (const path of paths.slice(0, 60)) for (const part of pathParts(path)) names.add(part)
  for (const name of conceptNames(title, facts.body ?? '', profile.name)) names.add(name)
  for (const size of sizeNames(facts)) {
    names.add(`s:${size}`)
    names.add(`s:${profile.name}|${size}`)
    names.add(`s:${verb}|${size}`)
  }
  return [...names]
}

const conceptNames = function* (title: string, body: string, profile: string): Generator<string> {
  const touched = conceptsIn(title.slice(0, 400), actions)
  if (touched.length === 0) yield 'x:none'
  for (const [at, name] of touched.entries()) {
    yield `x:${name}`
    yield `xp:${profile}|${name}`
    for (const other of touched.slice(at + 1)) yield `xx:${name}|${other}`
  }
  for (const name of conceptsIn(title.split(/\s+/)[0] ?? '', actions)) {
    yield `xf:${name}`
    yield `xfp:${profile}|${name}`
  }
  for (const name of conceptsIn(body.slice(0, 4_000), actions)) yield `xb:${name}`
}

const characterGrams = function* (text: string): Generator<string> {
  for (const word of text.split(/[^a-z<>-]+/)) {
    const padded = `^${word.slice(0, 20)}$`
    for (let at = 0; at + 4 <= padded.length; at += 1) yield padded.slice(at, at + 4)
  }
}

const pathParts = function* (path: string): Generator<string> {
  const folders = path.toLowerCase().split('/')
  const file = folders.pop() ?? ''
  for (const folder of folders.slice(0, 6)) yield `d:${folder}`
  if (folders.length > 0) yield `d0:${folders[0]}`
  yield `e:${/\.[\w]+$/.exec(file)?.[0] ?? 'none'}`
  yield `o:${file}`
}

const sizeNames = ({ additions, deletions, filesTotal, files }: PullRequestFacts): string[] => {
  const names: string[] = []
  const count = filesTotal ?? files?.length
  if (typeof count === 'number') names.push(`files${Math.min(7, Math.floor(Math.log2(1 + count)))}`)
  if (typeof additions !== 'number' || typeof deletions !== 'number') return names
  names.push(`add${Math.min(6, Math.floor(Math.log2(1 + additions) / 1.5))}`)
  names.push(`del${Math.min(6, Math.floor(Math.log2(1 + deletions) / 1.5))}`)
  const balance = (additions - deletions) / (additions + deletions + 1)
  names.push(`balance${Math.round(balance * 3)}`)
  return names
}
