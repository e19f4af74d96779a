import { describe, expect, test } from '@jest/globals'
import { checkRemoteUrl } from './check-remote-url.ts'

const answers = (...addresses: string[]) => ({ allowPrivate: false, lookup: async () => addresses })
const publicHost = answers('140.82.121.4', '2606:50c0:8000::64')

describe('a remote address', () => {
  test.each([
    ['https://example.org/a/b.git', 'https', 443],
    ['https://example.org:8443/a/b', 'https', 8443],
    ['ssh://git@example.org/a/b.git', 'ssh', 22],
    ['git@example.org:a/b.git', 'ssh', 22],
    ['git://example.org/a/b.git', 'git', 9418],
  ])('on the public internet is allowed: %s', async (address, protocol, port) => {
    expect(await checkRemoteUrl(address, publicHost)).toEqual({
      url: address,
      protocol,
      host: 'example.org',
      port,
      addresses: ['140.82.121.4', '2606:50c0:8000::64'],
    })
  })

  test.each([
    'https://127.0.0.1/a',
    'https://127.1/a',
    'https://2130706433/a',
    'https://0x7f.1/a',
    'https://0/a',
    'https://[::1]/a',
    'https://[::ffff:127.0.0.1]/a',
    'https://[::ffff:a9fe:a9fe]/a',
    'https://169.254.169.254/latest',
    'https://10.1.2.3/a',
    'https://172.16.0.1/a',
    'https://192.168.1.1/a',
    'https://100.64.0.1/a',
    'https://[fe80::1]/a',
    'https://[fd00::1]/a',
    'https://[64:ff9b::7f00:1]/a',
    'https://[2002:7f00:1::]/a',
    'ssh://git@127.0.0.1/a',
    'git@127.0.0.1:a',
    'git@2130706433:a',
    'git@[::1]:a',
    'git://0x7f.1/a',
  ])('inside a private network is refused however it is written: %s', async (address) => {
    await expect(checkRemoteUrl(address, publicHost)).rejects.toMatchObject({ code: 'SOURCE_ADDRESS_REFUSED' })
  })

  test('is refused when any one of its answers is private', async () => {
    await expect(checkRemoteUrl('https://example.org/a', answers('140.82.121.4', '10.0.0.1'))).rejects.toMatchObject({
      code: 'SOURCE_ADDRESS_REFUSED',
      message: expect.stringContaining('private network'),
    })
  })

  test('in a private network is allowed when the operator says so', async () => {
    const checked = await checkRemoteUrl('https://10.0.0.1/a', { allowPrivate: true })
    expect(checked.addresses).toEqual(['10.0.0.1'])
  })

  test.each([
    'http://example.org/a',
    'ftp://example.org/a',
    'file:///etc/passwd',
    'ext://sh',
    'javascript:alert(1)',
    'not an address',
    'ssh://-oProxyCommand=x/a',
    'ssh://-oProxyCommand=x@example.org/a',
    'https:///a',
  ])('of another form is refused: %s', async (address) => {
    await expect(checkRemoteUrl(address, publicHost)).rejects.toMatchObject({ code: 'SOURCE_ADDRESS_REFUSED' })
  })

  test('that carries credentials is refused without repeating them', async () => {
    const refusal = expect(checkRemoteUrl('https://user:s3cret@example.org/a', publicHost)).rejects
    await refusal.toMatchObject({ code: 'SOURCE_ADDRESS_REFUSED', message: expect.not.stringContaining('s3cret') })
  })

  test('whose host has no address can be tried later', async () => {
    await expect(checkRemoteUrl('https://example.org/a', answers())).rejects.toMatchObject({
      code: 'SOURCE_ADDRESS_UNRESOLVED',
      retry: 'later',
    })
  })
})
