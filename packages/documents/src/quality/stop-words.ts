/** The commonest function words of each language: prose of any kind is a third of them, damaged text is not. */
const STOP_WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: 'the be to of and a in that have i it for not on with he as you do at this but his by from they we say her she or an will my one all would there their what so up out if about who get which go me when make can like time no just him know take into your good some could them see other than then now only its over also after use two how our work first well way even new want because any these give most us is are was were been has had did does',
    de: 'der die das und ist in zu den von mit sich des auf für nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder aber vor zur bis mehr durch man sein wurde wenn kann',
    fr: 'le la les de des du et est un une à en que qui dans pour pas sur au par plus avec ce il ne se sont son sa ou mais nous vous ils elle été être cette aux comme tout fait leur si',
    es: 'el la los las de del y que en un una es por con no se para su al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había',
    it: 'il lo la i gli le di del della e che è un una in per con non si da come sono più ma anche al dei nel alla ha o se ci questo suo',
    pt: 'o a os as de do da e que em um uma é por com não se para no na mais como mas foi ao ele das dos tem seu sua ou quando muito já',
    nl: 'de het een en van in is dat op te voor met zijn niet aan er om ook als bij door maar naar dan nog wordt over uit worden deze kan hebben had',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
)

export const stopWordsOf = (language: string | null): ReadonlySet<string> | undefined =>
  language === null ? undefined : STOP_WORDS[language]
