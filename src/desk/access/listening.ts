import type { Config } from '../../config.ts';
import { isLocalName, nameIn } from './hosts.ts';

/**
 * Why the desk must not listen as it is set up; null when it may. Without editors everybody who reaches it is let in,
 * so that it may be reached from its own machine only.
 */
export function listeningTrouble({ host, publicUrl }: Config['desk'], hasEditors: boolean): string | null {
  if (hasEditors) return null;
  const remedy = 'Add one with "nightdesk editors add NAME", or';
  if (!isLocalName(host))
    return `desk.host is ${host}, which other machines reach, and the desk has no editors. ${remedy} set desk.host to 127.0.0.1.`;
  if (publicUrl !== '' && !isLocalName(nameIn(new URL(publicUrl).host)))
    return `desk.publicUrl is ${publicUrl}, and the desk has no editors. ${remedy} remove desk.publicUrl.`;
  return null;
}

/** The address at which a browser of this machine finds the desk. */
export function localAddress(host: string, port: number): string {
  const name = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
