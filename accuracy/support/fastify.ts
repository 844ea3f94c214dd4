import type { FastifyInstance } from 'fastify';
import { listen } from './serve.js';
import type { Running } from './stack.js';

/** Serves a Fastify application under a `.test` name. */
export async function fastifyServer(host: string, site: FastifyInstance): Promise<Running> {
  await site.ready();
  const url = await listen(site.server, host);
  return { url, stop: () => site.close() };
}
