import { ProxyAgent, type Dispatcher } from 'undici';

/**
 * Connections through a proxy. It looks names up and dials for us, so only addresses given by number can be checked, and
 * they have been. Plain http is passed on without a tunnel: many proxies allow tunnels to port 443 only.
 *
 * @param ca certificate authorities in PEM, in place of the built-in ones
 */
export function proxyAgent(uri: string, ca: string | undefined, common: object): Dispatcher {
  return new ProxyAgent({ uri, proxyTunnel: false, ...(ca === undefined ? {} : { requestTls: { ca } }), ...common });
}
