export {
  type AssessmentOptions,
  assessVectors,
  type GroupAssessment,
  type VectorReport,
  type VectorsToAssess,
} from './analytics/assess-vectors.ts'
export { type ChunkShape, describeChunks } from './analytics/describe-chunks.ts'
export { type DriftAlarm, driftAlarm } from './analytics/drift-alarm.ts'
export {
  createGroupDriftDetector,
  type GroupDriftDetector,
  type GroupDriftReading,
  type GroupedDriftWindow,
} from './analytics/drift-by-group.ts'
export {
  createDriftDetector,
  type DriftDetector,
  type DriftOptions,
  type DriftReading,
  type MeasuredDrift,
  measureDrift,
} from './analytics/drift-detector.ts'
export type { DriftWindow } from './analytics/learn-reference.ts'
export { type ApproximateRanking, type NeighbourRecall, neighbourRecall } from './analytics/neighbour-recall.ts'
export { answerFromModel, type ModelAnswer } from './answers/answer-from-model.ts'
export { buildPrompt, type Prompt } from './answers/cited/build-prompt.ts'
export {
  type CheckedAnswer,
  type CitedSentence,
  checkCitedAnswer,
  type DroppedSentence,
} from './answers/cited/check-cited-answer.ts'
export type {
  CountedKind,
  CountingContext,
  CountingFilters,
  CountingQuestion,
  Grouping,
  UnclearCount,
  UsedWords,
} from './answers/counting/counting-question.ts'
export { parseCountingQuestion } from './answers/counting/parse-counting-question.ts'
export {
  answerExtractively,
  type ExtractiveAnswer,
  type ExtractiveOptions,
  type QuotedSentence,
} from './answers/extractive/answer-extractively.ts'
export type { TermStatistics } from './answers/extractive/question-terms.ts'
export type { AnswerPassage, Citation, PageSpan } from './answers/passage.ts'
export { type PassageToRead, passagesToRead } from './answers/passages-to-read.ts'
export { type Chunker, type ChunkerOptions, createChunker } from './chunkers/create-chunker.ts'
export type { MeasuredChunk, TokenBudget } from './chunkers/pack-chunks.ts'
export type { EmbedTexts } from './chunkers/semantic-structure.ts'
export { type ChunkStrategy, chunkStrategies, createStrategyChunker } from './chunkers/strategies.ts'
export type { Embedded, EmbeddedText, EmbedderVersion, PassageEmbedder } from './embedders/embedder.ts'
export { type EmbeddingsEnv, embedderOfEnv } from './embedders/embedder-of-env.ts'
export { createHashedEmbedder, type Embedder } from './embedders/hashed-embedder.ts'
export { createHttpEmbedder, type HttpEmbedderOptions } from './embedders/http-embedder.ts'
export { openLsaEmbedder } from './embedders/lsa-embedder.ts'
export {
  comparePaired,
  type Interval,
  meanInterval,
  type PairedComparison,
  type ResamplingOptions,
} from './evaluation/bootstrap.ts'
export {
  type Evaluation,
  type EvaluationQuery,
  evaluateRanker,
  type MetricName,
  metricNames,
  type QueryOutcome,
  type RelevanceJudgment,
  type Searcher,
} from './evaluation/evaluate-ranker.ts'
export {
  averagePrecision,
  type Judgments,
  ndcgAt,
  recallAt,
  reciprocalRank,
} from './evaluation/metrics.ts'
export type { DenseMatrix } from './lsa/sparse-matrix.ts'
export {
  type CountedTerms,
  cosines,
  foldIn,
  foldInAll,
  type LsaModel,
  type LsaOptions,
  type TermCounts,
  trainLsa,
} from './lsa/train-lsa.ts'
export { pullRequestText } from './pull-request-text.ts'
export { type Bm25Parameters, inverseDocumentFrequency, standardBm25, termSaturation } from './ranking/bm25.ts'
export {
  createIndexRanker,
  createRanker,
  type Ranker,
  type RankerDescription,
  type RankerName,
  type RankerOptions,
  rankerNames,
  type SearchResult,
} from './ranking/create-ranker.ts'
export { buildIndex, createIndexBuilder, type IndexBuilder } from './ranking/index-builder.ts'
export type { MeaningMeasured } from './ranking/measure-meaning.ts'
export { createPassageRanker } from './ranking/passage-ranker.ts'
export type { SearchDocument, SearchIndex } from './ranking/search-index.ts'
export { assessStrategies, type SampleText, type StrategyReport } from './search/assess-strategies.ts'
export { createPassageSearch, type PassageSearch, type StoredModel } from './search/create-passage-search.ts'
export { type PassageText, titleOf } from './search/index-passages.ts'
export type { Passage, PassageFilter } from './search/passage.ts'
export {
  type FoundPassage,
  highlightsIn,
  type SearchPage,
  type SearchRequest,
} from './search/search-page.ts'
export { toPassage } from './search/to-passage.ts'
export { type PassageModel, trainPassageModel } from './search/train-passage-model.ts'
export { createStoredSearch, type StoredSearch } from './stored/create-stored-search.ts'
export { type ScoredPassage, scoreStoredWords } from './stored/score-stored-words.ts'
export type { Likeness, StoredIndex, StoredLengths, StoredPostings } from './stored/stored-index.ts'
export { buildWordSegment, type WordPostings, type WordSegment } from './stored/word-segment.ts'
export { analyse, type Term, termsOf } from './terms/analyse.ts'
export { countTokens } from './tokens/count-tokens.ts'
