import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Git-ignored: recordings hold the secrets of servers that live for seconds. */
export const OUT = join(dirname(fileURLToPath(import.meta.url)), '../../out/accuracy');

/** Moments of a visit at which the storage is recorded. */
export type Moment = 'before-login' | 'after-use' | 'after-logout' | 'after-login-2';

/** Where a stack's storage at that moment is kept. */
export function stateFile(name: string, moment: Moment): string {
  return join(OUT, `${name}.${moment === 'after-use' ? 'state' : `${moment}.state`}.json`);
}

/** What the server of an application said when something was withheld. */
export function withheldFile(name: string): string {
  return join(OUT, `${name}.withheld.json`);
}

/** What the extension's report said of a stack that was visited live. */
export function liveReportFile(name: string): string {
  return join(OUT, `${name}.report.json`);
}

/** What the extension proved in a visit to a stack. */
export function provedFile(name: string): string {
  return join(OUT, `${name}.proved.json`);
}

/** Writes into {@link OUT}, which is made where it is missing. */
export async function writeJson(file: string, value: unknown): Promise<void> {
  await mkdir(OUT, { recursive: true });
  await writeFile(file, JSON.stringify(value, null, 1));
}
