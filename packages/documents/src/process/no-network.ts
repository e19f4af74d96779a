import dgram from 'node:dgram'
import dns from 'node:dns'
import net from 'node:net'

// Loaded before everything else in the reading process and in its threads. Node 24's permissions do not cover
// sockets, and no library that reads a document has any business on a network.
const refuse = (): never => {
  throw new Error('A process that reads documents has no network.')
}

net.Socket.prototype.connect = refuse
net.Server.prototype.listen = refuse
dgram.Socket.prototype.bind = refuse
dgram.Socket.prototype.send = refuse
Object.assign(dns, { lookup: refuse, resolve: refuse })
Object.assign(dns.promises, { lookup: refuse, resolve: refuse })
globalThis.fetch = refuse
