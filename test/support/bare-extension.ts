import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An extension that does nothing: to measure against, and to be another one. */
export interface BareExtension {
  folder: string;
  remove(): void;
}

export function bareExtension(): BareExtension {
  const folder = mkdtempSync(join(tmpdir(), 'credtrail-bare-'));
  const manifest = {
    manifest_version: 3,
    name: 'Bare',
    version: '1',
    background: { service_worker: 'worker.js' },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'worker.js'), 'chrome.runtime.onMessage.addListener(() => {});');
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
