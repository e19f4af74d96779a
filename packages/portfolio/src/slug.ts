const LONGEST = 60

/** Names the page of an achievement: the words of its title, and what tells it from others of that title. */
export const achievementSlug = (title: string, id: string): string => {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '')
  return [words, id.slice(-8)].filter((part) => part !== '').join('-')
}
