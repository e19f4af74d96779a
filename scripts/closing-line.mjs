/** A Jest reporter: the last line of a run, in words that any reader of logs finds. */
export default class ClosingLine {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites }) {
    const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : ''
    const line = `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed${skipped}`
    // Jest's own summary comes after every reporter's.
    process.once('exit', () => process.stdout.write(`\n${line}\n`))
  }
}
