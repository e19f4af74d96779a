/** More paths than this say nothing new about a change. */
const pathsKept = 200

/**
 * The text of a pull request that is indexed and that offsets point into: title, description and paths,
 * a blank line apart. The same pull request always gives the same text.
 */
export const pullRequestText = (pullRequest: {
  readonly title: string
  readonly body: string
  readonly files: readonly { readonly path: string }[]
}): string => {
  const paths = pullRequest.files.slice(0, pathsKept).map(({ path }) => path.replaceAll(/[\r\n]/g, ' '))
  const parts = [pullRequest.title, pullRequest.body.replaceAll('\r\n', '\n'), paths.join('\n')]
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n')
    .toWellFormed()
}
