import net from 'node:net';
import type { AddressInfo } from 'node:net';

/** A mail server on loopback that takes every mail, or answers every MAIL with a code (RFC 5321). */
export interface MailServer {
  url: string;
  /** Each as it came: headers, a blank line, the body. */
  mails: string[];
  /** The addresses of RCPT. */
  recipients: string[];
  close(): Promise<void>;
}

export async function startMailServer(refusal?: string): Promise<MailServer> {
  const mails: string[] = [];
  const recipients: string[] = [];
  const server = net.createServer((socket) => {
    let data: string | null = null;
    let rest = '';
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    say('220 mail.test ESMTP');
    socket.on('error', () => {});
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (data !== null) {
          if (line !== '.') data += `${line.replace(/^\.\./, '.')}\n`;
          else {
            mails.push(data);
            data = null;
            say('250 taken');
          }
          continue;
        }
        const [verb = ''] = line.split(/[ :]/);
        if (verb === 'EHLO') say('250 mail.test');
        else if (verb === 'MAIL' && refusal !== undefined) say(refusal);
        else if (verb === 'DATA') {
          data = '';
          say('354 go on');
        } else if (verb === 'QUIT') socket.end('221 bye\r\n');
        else {
          if (verb === 'RCPT') recipients.push(/<(.*)>/.exec(line)?.[1] ?? '');
          say('250 fine');
        }
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    recipients,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
