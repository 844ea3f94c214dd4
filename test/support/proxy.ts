import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Proxy {
  /** Switches by which a browser sends it everything, also what is meant for this machine. */
  args: string[];
  /** `GET http://host/path` or `CONNECT host:443` of all that a browser wanted from any network. */
  requests: string[];
  close(): Promise<void>;
}

/**
 * A proxy that asks no server for anything: it answers for all of them, and notes who was asked.
 */
export async function startProxy(answer: RequestListener): Promise<Proxy> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  const refuse = (request: { method?: string; url?: string }, socket: { destroy(): void }) => {
    requests.push(`${request.method} ${request.url}`);
    socket.destroy();
  };
  server.on('connect', refuse);
  server.on('upgrade', refuse);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    args: [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'],
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
