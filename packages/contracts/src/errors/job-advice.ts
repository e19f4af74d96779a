/**
 * What to do about a job that ended with an error, by its code; docs/errors.md says the same. A code that ends with `_`
 * stands for all that begin so and are not named themselves.
 */
export const jobAdvice: Readonly<Record<string, string>> = {
  JOB_TIMED_OUT: 'See in its logs and spans where the time went; retry it when the machine has less to do.',
  NO_HANDLER: 'Deploy workers of this version, then retry it.',
  WORKER_LOST: 'Nothing: another worker takes it. If it comes often, see why workers end: memory, deployments.',
  POISON_JOB: 'See why its workers died (memory, a crash in native code) before it is retried: it will do so again.',
  RATE_LIMITED: 'Nothing: it goes on when the source allows. Credentials with a higher limit shorten the wait.',
  NON_RETRYABLE: 'Do what the message says, then retry it or submit it with other input.',
  INVALID_PAYLOAD: 'Submit it again with the fields mended that the message names; this one can never run.',
  GIT_MISSING: 'Install git 2.31 or newer where the collector runs, then retry.',
  SOURCE_FETCH_FAILED: 'Check that the address can be reached from the collector and that it may read it, then retry.',
  SOURCE_ADDRESS_UNRESOLVED: "Check the spelling of the host and the collector's name service, then retry.",
  SOURCE_HISTORY_UNREADABLE: 'Make the repository whole at its source (`git fetch --refetch`), then retry.',
  SOURCE_: 'Submit it again with a source that can be read; the message says what is wrong with this one.',
  GITHUB_TOKEN_MISSING:
    'Set GITHUB_TOKEN at the collector and restart it, or collect from the git address; then retry.',
  GITHUB_TOKEN_REFUSED: 'Give the collector a token, or an app, that is valid, restart it, then retry.',
  GITHUB_ANSWER_BROKEN: "Retry it later; GitHub's status page may say why.",
  GITHUB_: 'Give the token the rights that the message names, or mend the name of the repository, then retry.',
  EMBEDDINGS_UNAVAILABLE:
    'See that the server of ASSAY_EMBEDDINGS_URL runs and can be reached from the indexer, then retry.',
  EMBEDDINGS_UNAUTHORISED: 'Mend ASSAY_EMBEDDINGS_KEY, restart the indexer and the gateway, then retry.',
  EMBEDDINGS_REFUSED:
    'Mend ASSAY_EMBEDDINGS_URL or ASSAY_EMBEDDINGS_MODEL as the message says, restart the indexer and the gateway, then retry.',
  EMBEDDINGS_UNUSABLE: 'Set ASSAY_EMBEDDINGS_DIMENSIONS to what the message says the model gives, restart, then retry.',
  WORK_HAS_CHANGED: 'Retry it: the report is written from what is stored now.',
  UNEXPECTED: 'A bug: report it with the stack and the logs. Retry it once; if it fails alike, wait for the repair.',
}

const OTHER = 'Read the message and the logs; retry it when the cause is mended.'

/** What to do about a job's error. */
export const adviceFor = (code: string): string => {
  const family = Object.keys(jobAdvice).find((name) => name.endsWith('_') && code.startsWith(name))
  const known = Object.hasOwn(jobAdvice, code) ? code : family
  return (known && jobAdvice[known]) ?? OTHER
}
