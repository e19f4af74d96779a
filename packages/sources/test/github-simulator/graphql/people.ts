import type { SimulatedPullRequest } from '../types.ts'
import { accountIdOf, nodeId } from '../world.ts'

/** A bot's login has no `[bot]` in GraphQL and has one in REST. */
const withoutSuffix = (login: string): string => login.replace(/\[bot\]$/, '')

const actorNode = (url: string, login: string, databaseId: number, bot: boolean) => {
  const shown = withoutSuffix(login)
  return {
    __typename: bot ? 'Bot' : 'User',
    id: nodeId(bot ? 'BOT' : 'U', login),
    login: shown,
    databaseId,
    url: `${url}/${bot ? 'apps/' : ''}${shown}`,
    resourcePath: `/${bot ? 'apps/' : ''}${shown}`,
    avatarUrl: `${url}/avatars/u/${databaseId}?v=4`,
    name: null,
    email: '',
  }
}

/** Somebody known by login alone; null for a deleted account. */
export const accountNode = (url: string, login: string | null) =>
  login === null ? null : actorNode(url, login, accountIdOf(login), login.endsWith('[bot]'))

export const authorNode = (url: string, author: SimulatedPullRequest['author']) =>
  author === null
    ? null
    : actorNode(url, author.login, author.databaseId, author.bot === true || author.login.endsWith('[bot]'))
