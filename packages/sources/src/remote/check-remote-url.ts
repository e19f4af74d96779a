import { lookup as dnsLookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { SourceAddressRefused, SourceAddressUnresolved } from '../source-errors.ts'
import { isPrivateAddress } from './private-address.ts'

export type RemoteUrlPolicy = {
  /** Allows loopback, private and link-local addresses: for operators whose git server is in their own network. */
  readonly allowPrivate: boolean
  /** All addresses of a host; the system's resolver when absent. */
  readonly lookup?: (host: string) => Promise<readonly string[]>
}

export type CheckedRemote = {
  /** What to hand to git: the address as it was understood here, so that git cannot read another host out of it. */
  readonly url: string
  readonly protocol: 'https' | 'ssh' | 'git'
  readonly host: string
  readonly port: number
  /** What the host resolved to when it was checked; fetching pins these, so that a second answer cannot differ. */
  readonly addresses: readonly string[]
}

const ports = { https: 443, ssh: 22, git: 9418 } as const

/**
 * Decides whether a git address may be fetched from, so that a submitted source cannot reach into the network this runs in.
 * @throws SourceAddressRefused for another protocol, credentials in the address, or any private address among the answers;
 * SourceAddressUnresolved when the host has none.
 */
export const checkRemoteUrl = async (address: string, policy: RemoteUrlPolicy): Promise<CheckedRemote> => {
  const url = parse(address)
  const protocol = url.protocol.slice(0, -1)
  if (protocol !== 'https' && protocol !== 'ssh' && protocol !== 'git') {
    throw SourceAddressRefused(withoutCredentials(url), `'${protocol}' is not one of https, ssh and git`)
  }
  if (url.password !== '' || (protocol !== 'ssh' && url.username !== '')) {
    throw SourceAddressRefused(
      withoutCredentials(url),
      'it carries credentials, which would be stored; give a token apart',
    )
  }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!/^[a-z0-9:]([a-z0-9.:_-]*[a-z0-9.:])?$/i.test(host) || /^-/.test(url.username)) {
    throw SourceAddressRefused(withoutCredentials(url), 'its host is not a host name')
  }
  const addresses = isIP(host) ? [host] : await resolve(host, policy.lookup ?? systemLookup)
  if (!policy.allowPrivate && addresses.some(isPrivateAddress)) {
    throw SourceAddressRefused(withoutCredentials(url), `'${host}' is inside a private network`)
  }
  return {
    url: scpForm.test(address) ? address : url.href,
    protocol,
    host,
    port: url.port === '' ? ports[protocol] : Number(url.port),
    addresses,
  }
}

const scpForm = /^([a-z0-9._]+@)(\[[^\]]+\]|[^/:@\s]+):(?!\/\/)(.+)$/i

/** `user@host:path` is ssh; everything else must be a URL. */
const parse = (address: string): URL => {
  const scp = scpForm.exec(address)
  const text = scp ? `ssh://${scp[1]}${scp[2]}/${scp[3]}` : address
  // Only hosts of http addresses are normalised by URL: elsewhere 0x7f.1 would stay a name that resolves to loopback.
  const url = /^[a-z][a-z0-9+.-]*:\/\/[^/\\]/i.test(text) ? URL.parse(text) : null
  const plain = url && URL.parse(text.replace(/^[a-z][a-z0-9+.-]*:/i, 'https:'))
  if (!url || !plain || url.hostname === '') {
    throw SourceAddressRefused(address.split('@').at(-1) ?? '', 'it is not an address')
  }
  return withHost(url, plain.hostname)
}

const withHost = (url: URL, hostname: string): URL => {
  const copy = new URL(url)
  copy.hostname = hostname
  return copy
}

const resolve = async (host: string, lookup: (host: string) => Promise<readonly string[]>) => {
  const addresses = await lookup(host).catch(() => [])
  if (addresses.length === 0) throw SourceAddressUnresolved(host)
  return addresses
}

const systemLookup = async (host: string) => (await dnsLookup(host, { all: true })).map(({ address }) => address)

const withoutCredentials = (url: URL) => `${url.protocol}//${url.host}${url.pathname}`
