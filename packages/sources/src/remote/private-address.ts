import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** Ranges of the IANA special-purpose registries that are not the public internet. */
const ipv4Ranges = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

/** Includes the ranges that carry an IPv4 address inside (64:ff9b::, 2001::, 2002::), whatever that address is. */
const ipv6Ranges = [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const

const createBlockLists = () => {
  const four = new BlockList()
  const six = new BlockList()
  for (const [network, prefix] of ipv4Ranges) four.addSubnet(network, prefix, 'ipv4')
  for (const [network, prefix] of ipv6Ranges) six.addSubnet(network, prefix, 'ipv6')
  return { four, six }
}

const blocked = createBlockLists()

/** True for loopback, private, link-local (cloud metadata too), multicast and reserved addresses, and for what is no address. */
export const isPrivateAddress = (address: string): boolean => {
  const plain = address.split('%')[0] ?? ''
  if (isIPv4(plain)) return blocked.four.check(plain, 'ipv4')
  if (!isIPv6(plain)) return true
  return blocked.six.check(plain, 'ipv6') || blocked.four.check(plain, 'ipv6')
}
