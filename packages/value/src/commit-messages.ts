type Described = {
  readonly title: string
  readonly body: string
  readonly commits: readonly { readonly title: string; readonly body?: string | undefined }[]
}

/**
 * The messages of a pull request's commits: title, a blank line, text. What repeats the pull request's own title or
 * text is blanked, so that it is not read twice and the places of the rest stay.
 */
export const commitMessages = ({ title, body, commits }: Described): string[] =>
  commits.map((commit) => {
    const heading = commit.title.startsWith(title) ? blank(commit.title) : commit.title
    const text = commit.body ?? ''
    if (text === '') return heading
    return `${heading}\n\n${body.includes(text) ? blank(text) : text}`
  })

const blank = (text: string): string => ' '.repeat(text.length)
