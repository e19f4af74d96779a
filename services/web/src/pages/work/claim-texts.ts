type Place = { field: string; start: number; end: number; [more: string]: unknown }
type Texts = {
  title: string
  body: string
  commits: readonly { sha: string; title: string; body?: string | undefined }[]
}
/** A claim with the number that it is called by on the page. */
export type Numbered<Claim> = Claim & { number: number }
export type ClaimedText<Claim> = { name: string; text: string; claims: Numbered<Claim>[] }

/**
 * The texts of a pull request, each with the claims that stand in it. In a commit, places count its title, a blank line
 * and its text.
 */
export function claimedTexts<Claim extends Place>(
  { title, body, commits }: Texts,
  claims: readonly Claim[],
): { title: ClaimedText<Claim>; body: ClaimedText<Claim>; commits: (ClaimedText<Claim> & { sha: string })[] } {
  const numbered = claims.map((claim, index) => ({ ...claim, number: index + 1 }))
  const of = (field: string) => numbered.filter((claim) => claim.field === field)
  return {
    title: { name: 'Title', text: title, claims: of('title') },
    body: { name: 'Description', text: body, claims: of('body') },
    commits: commits.map((commit, index) => ({
      sha: commit.sha,
      name: `Commit ${commit.sha.slice(0, 9)}`,
      text: commit.body ? `${commit.title}\n\n${commit.body}` : commit.title,
      claims: of('commit').filter((claim) => (claim.index ?? 0) === index),
    })),
  }
}
