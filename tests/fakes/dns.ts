import dgram from 'node:dgram';

/** What the fake name server says of a name: an address of each family, or "silent" = no answer at all. */
export interface Zone {
  a?: string;
  aaaa?: string;
}

const TYPE_A = 1;
const TYPE_AAAA = 28;
const NO_SUCH_NAME = 3;

/** A name server on loopback; `server` is its "address:port". */
export async function startDns(zones: Record<string, Zone>): Promise<{ server: string; close(): void }> {
  const socket = dgram.createSocket('udp4');
  socket.on('message', (question, from) => {
    const { name, end } = readName(question);
    const type = question.readUInt16BE(end);
    const zone = zones[name];
    const answer = type === TYPE_A ? zone?.a : type === TYPE_AAAA ? zone?.aaaa : undefined;
    if (answer === 'silent') return;
    const reply = Buffer.from(question.subarray(0, end + 4));
    reply.writeUInt16BE(0x8180 | (zone === undefined ? NO_SUCH_NAME : 0), 2);
    reply.writeUInt16BE(answer === undefined ? 0 : 1, 6);
    reply.writeUInt32BE(0, 8);
    socket.send(answer === undefined ? reply : Buffer.concat([reply, record(type, answer)]), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return { server: `127.0.0.1:${socket.address().port}`, close: () => void socket.close() };
}

/** The name asked for and the offset behind it: labels with their lengths, from byte 12 (RFC 1035 section 4.1.2). */
function readName(question: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join('.').toLowerCase(), end: at + 1 };
}

/** One answer, for the name at byte 12, good for a minute. */
function record(type: number, address: string): Buffer {
  const bytes =
    type === TYPE_A ? address.split('.').map(Number) : groups(address).flatMap((group) => [group >> 8, group & 0xff]);
  return Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, bytes.length, ...bytes]);
}

/** The eight groups of an IPv6 address written out in full. */
function groups(address: string): number[] {
  return address.split(':').map((group) => parseInt(group, 16));
}
