import type { Report, ReportCredential } from '../../src/engine/report/report.js';
import type { PanelIs } from './watch.js';

/** What must not depend on who watched, as lines that can be compared. */
export interface Essence {
  roles: string[];
  mechanism: string[];
  moments: string[];
  findings: string[];
}

/** A line that only one of the two has. */
export interface Difference {
  part: keyof Essence;
  line: string;
  only: 'live' | 'recorded';
}

const MOMENTS: ReadonlySet<string> = new Set(['login', 'logout', 'session-lost']);

/** What the report says of the site of `host`, and of all that was seen of it. */
export function essenceOf(report: Report, host: string, panel: PanelIs): Essence {
  const { sites, credentials, events, findings } = report;
  const seen = credentials.filter((one) => isShown(one, panel));
  const ids = new Set(seen.map(({ id }) => id));
  const named = (id: string | null) => credentials.find((one) => one.id === id)?.name ?? '';
  return {
    roles: unique(seen.map(({ role, host: own, name }) => `${role} ${own} ${name}`)),
    mechanism: sites
      .filter(({ site }) => new URL(site).hostname === host)
      .map(({ mechanism }) => mechanism),
    moments: events.filter(({ type }) => MOMENTS.has(type)).map(({ type }) => type),
    findings: unique(
      findings
        .filter(({ credentialId }) => credentialId === null || ids.has(credentialId))
        .map(
          ({ ruleId, severity, credentialId }) => `${severity} ${ruleId} ${named(credentialId)}`,
        ),
    ),
  };
}

/**
 * What a browser shows to an extension: never the messages of a socket, and bodies to DevTools alone.
 * What stands only there is no difference.
 */
function isShown({ carriers }: ReportCredential, panel: PanelIs): boolean {
  const hidden = panel === 'open' ? ['websocket'] : ['websocket', 'body'];
  return carriers.some((carrier) => !hidden.includes(carrier));
}

/** Lines of one that the other one has not. */
export function differences(live: Essence, recorded: Essence): Difference[] {
  return (Object.keys(live) as (keyof Essence)[]).flatMap((part) => [
    ...without(live[part], recorded[part]).map((line) => ({ part, line, only: 'live' as const })),
    ...without(recorded[part], live[part]).map((line) => ({
      part,
      line,
      only: 'recorded' as const,
    })),
  ]);
}

/** As often as it occurs more. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function unique(lines: readonly string[]): string[] {
  return [...new Set(lines)].sort();
}
