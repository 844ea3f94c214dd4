import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { type Certificate, makeCertificate } from '../../demo/certificate.js';
import type { Running } from './stack.js';

type Server = http.Server | https.Server;

let certificate: Promise<Certificate> | undefined;

/** The one self-signed certificate of this process; the browser trusts its key under any name. */
export function testCertificate(): Promise<Certificate> {
  return (certificate ??= makeCertificate('credtrail.test'));
}

/** Serves `<host>` on a free port; the handler is made when the origin is known. */
export async function serve(
  host: string,
  makeHandler: (origin: string) => http.RequestListener | Promise<http.RequestListener>,
  { secure = false }: { secure?: boolean } = {},
): Promise<Running & { server: Server }> {
  const server = await makeServer(secure);
  const url = await listen(server, host, secure);
  server.on('request', await makeHandler(url));
  return { url, server, stop: () => close(server) };
}

/** For frameworks that make their own `http.Server`: its origin once it listens. */
export async function listen(server: Server, host: string, secure = false): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return `${secure ? 'https' : 'http'}://${host}:${(server.address() as AddressInfo).port}`;
}

/** A free port of the loopback address, for software that insists on opening it itself. */
export async function freePort(): Promise<number> {
  const server = http.createServer();
  const { port } = new URL(await listen(server, 'localhost'));
  await close(server);
  return Number(port);
}

export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function makeServer(secure: boolean): Promise<Server> {
  if (!secure) return http.createServer();
  const { key, pem } = await testCertificate();
  return https.createServer({ key, cert: pem });
}
