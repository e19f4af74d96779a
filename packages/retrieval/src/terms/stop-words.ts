/** English words that join others and tell nothing about what a text is about: articles, pronouns, auxiliaries, prepositions. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'a about after all also am an and any are as at be because been before being between both but by can could did do does doing ' +
    'during each either for from had has have having he her here hers him his how however i if in into is it its itself may me might ' +
    'more most must my no nor not of off on only or other our ours out over own s same shall she should so some such t than that ' +
    'the their theirs them then there these they this those through thus to too until upon us very was we were what when where ' +
    'whether which while who whom whose why will with would you your yours'
  ).split(' '),
)
