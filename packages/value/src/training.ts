export type { EffortModel } from './effort/effort-model.ts'
export { logHours } from './effort/estimate-effort.ts'
export { weighLines } from './effort/weigh-lines.ts'
export { splitTitle } from './kind/conventional-prefix.ts'
export { estimateKind } from './kind/estimate-kind.ts'
export { type LearnedKind, learnedKinds } from './kind/kind.ts'
export { kindBags, kindTraining, type LabelledKind, trainKind } from './kind/train-kind.ts'
export { packModel, type TrainedModel } from './learning/linear-artifact.ts'
export {
  averagePrecision,
  calibrationError,
  classScores,
  macroF1,
  recallAtTenth,
  rocAuc,
} from './learning/metrics.ts'
export { entriesOf, packRows, selectVocabulary } from './learning/rows.ts'
export { fitSoftmax, linearScores } from './learning/softmax-regression.ts'
export { wordsOf } from './learning/words.ts'
export type { StoredKindModel, StoredSignificanceModel } from './models.ts'
export { normalQuantile } from './money/normal.ts'
export { estimateSignificance } from './significance/estimate-significance.ts'
export {
  type LabelledSignificance,
  significanceTraining,
  trainSignificance,
} from './significance/train-significance.ts'
