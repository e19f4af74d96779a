import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { porterStem } from './porter-stem.ts'

test.each(
  // The examples of the paper, rule by rule.
  `caresses>caress ponies>poni ties>ti caress>caress cats>cat feed>feed agreed>agre plastered>plaster bled>bled
   motoring>motor sing>sing conflated>conflat troubled>troubl sized>size hopping>hop tanned>tan falling>fall hissing>hiss
   fizzed>fizz failing>fail filing>file happy>happi sky>sky relational>relat conditional>condit rational>ration
   valenci>valenc digitizer>digit operator>oper feudalism>feudal decisiveness>decis hopefulness>hope callousness>callous
   formaliti>formal sensitiviti>sensit sensibiliti>sensibl triplicate>triplic formative>form formalize>formal
   electriciti>electr electrical>electr hopeful>hope goodness>good revival>reviv allowance>allow inference>infer
   airliner>airlin adjustable>adjust defensible>defens irritant>irrit replacement>replac adjustment>adjust
   dependent>depend adoption>adopt communism>commun activate>activ homologous>homolog effective>effect bowdlerize>bowdler
   probate>probat rate>rate cease>ceas controll>control roll>roll`
    .split(/\s+/)
    .map((pair) => pair.split('>') as [string, string]),
)('%s becomes %s', (word, stem) => {
  expect(porterStem(word)).toBe(stem)
})

test('a stem is never longer than its word', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{0,20}$/), (word) => {
      expect(porterStem(word).length).toBeLessThanOrEqual(word.length)
    }),
  )
})
