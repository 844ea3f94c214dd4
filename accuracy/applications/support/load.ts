import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Half, JudgedStack } from '../../support/stack.js';
import type { Application } from './application.js';
import { installPackages } from './packages.js';
import { Scratch } from './scratch.js';

const FOLDER = join(import.meta.dirname, '..');
/** What the coin said of each candidate, before any of them ran. */
const DRAWN = JSON.parse(readFileSync(join(FOLDER, 'draw.json'), 'utf8')) as Record<
  string,
  'open' | 'blind'
>;
/** Candidates that came after the toss: all open. */
const LATER = JSON.parse(readFileSync(join(FOLDER, 'later.json'), 'utf8')) as string[];

/** An application in the form in which stacks are recorded and judged. */
export type ApplicationStack = JudgedStack & Pick<Application, 'proof'>;

/** Names of all applications and visits that are here. */
export function applicationNames(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -3))
    .sort();
}

/** @throws {Error} where the coin was not tossed for that name. */
export function halfOf(name: string): Half {
  if (LATER.includes(name)) return 'tuning';
  const drawn = DRAWN[name];
  if (!drawn) throw new Error(`${name} is not in draw.json`);
  return drawn === 'blind' ? 'held-out' : 'tuning';
}

export async function loadApplication(name: string): Promise<ApplicationStack> {
  const { application } = (await import(`../${name}.ts`)) as { application: Application };
  return startable(application, name);
}

/** With its packages installed at its start, and a scratch folder that goes when it stops. */
export function startable(application: Application, name: string): ApplicationStack {
  return {
    ...application,
    half: halfOf(name),
    start: async () => {
      installPackages(application.packages);
      const scratch = new Scratch(name);
      try {
        const { url } = await application.start(scratch);
        return { url, stop: () => scratch.stop() };
      } catch (error) {
        await scratch.stop();
        throw error;
      }
    },
  };
}
