import net, { type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { waitUntilUp } from '../../support/wait-until-up.js';

/**
 * This machine's first address but the loopback one, for servers that treat that one differently.
 */
export function outerAddress(): string {
  const found = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal);
  if (!found) throw new Error('no network interface but the loopback one');
  return found.address;
}

/**
 * Hands on what is asked of the loopback address to a port of {@link outerAddress}, and the answer
 * as `mend` gives it back; gives its own port.
 */
export async function passOn(port: number, mend = (text: string) => text): Promise<number> {
  const host = outerAddress();
  await waitUntilUp(port, host);
  const server = net.createServer((near) => {
    const far = net.connect(port, host);
    near.pipe(far);
    far.on('data', (bytes) => near.write(mend(bytes.toString('latin1')), 'latin1'));
    far.on('end', () => near.end());
    near.on('error', () => far.destroy());
    far.on('error', () => near.destroy());
  });
  // The process ends with the recording.
  server.unref();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
