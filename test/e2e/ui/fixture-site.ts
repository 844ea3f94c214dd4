import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { build, preview } from 'vite';
import manifest from '../../../manifest.json' with { type: 'json' };

/** The fixture page, built as the product is and served under the product's own policy. */
export interface FixtureSite {
  origin: string;
  close(): Promise<void>;
}

export type Query = Record<string, string | number>;

/** Address of the fixture page, which shows what it is asked for. */
export function addressOf(origin: string, query: Query): string {
  const words = Object.entries(query).map(([name, value]) => [name, String(value)]);
  return `${origin}/test/e2e/ui/fixture.html?${new URLSearchParams(words)}`;
}

export async function openFixtureSite(): Promise<FixtureSite> {
  const outDir = await mkdtemp(join(tmpdir(), 'credtrail-ui-'));
  const shared = { configFile: false, logLevel: 'error', root: process.cwd() } as const;
  await build({
    ...shared,
    plugins: [preact()],
    build: {
      outDir,
      emptyOutDir: true,
      modulePreload: false,
      rollupOptions: { input: 'test/e2e/ui/fixture.html' },
    },
  });
  const server = await preview({
    ...shared,
    build: { outDir },
    preview: {
      port: 0,
      headers: { 'Content-Security-Policy': manifest.content_security_policy.extension_pages },
    },
  });
  const [address = ''] = server.resolvedUrls?.local ?? [];
  return {
    origin: new URL(address).origin,
    async close() {
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}
