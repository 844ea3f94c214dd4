import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hintOf } from '../src/engine/values/names/name-hint.js';
import type { DataSet } from './data-set.js';

const LABELS = { S: 'session', C: 'csrf' } as const;
/** Roles that a name may suggest for a cookie which logs somebody in. */
const SESSION: ReadonlySet<string> = new Set([
  'session',
  'remember-me',
  'access-token',
  'refresh-token',
  'id-token',
]);

/** Names are the weakest evidence: these are figures, and no bar. */
export const cookieNames: DataSet = {
  title: 'cookie names of the world (figures only)',
  run(dir) {
    const rows = readFileSync(join(dir, 'labels/cookie-names.tsv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    const labelled = rows.map((row) => {
      const [name = '', label = ''] = row.split('\t');
      const role = hintOf(name)?.role;
      return { label, hint: role === undefined ? '' : SESSION.has(role) ? 'session' : role };
    });
    const figures = Object.entries(LABELS).map(([label, role]) => {
      const truth = labelled.filter((row) => row.label === label).length;
      const said = labelled.filter((row) => row.hint === role).length;
      const right = labelled.filter((row) => row.label === label && row.hint === role).length;
      return `${role}: precision ${share(right, said)}, recall ${share(right, truth)}`;
    });
    return { total: 0, misses: [], figures: [`${labelled.length} names`, ...figures] };
  },
};

function share(part: number, whole: number): string {
  return `${whole === 0 ? '–' : (part / whole).toFixed(2)} (${part}/${whole})`;
}
