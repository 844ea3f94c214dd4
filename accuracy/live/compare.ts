import type { Report } from '../../src/engine/report/report.js';
import type { ReportCredential } from '../../src/engine/report/report-credential.js';
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

const STORES: ReadonlySet<string> = new Set(['localStorage', 'sessionStorage', 'indexedDB']);
const MOMENTS: ReadonlySet<string> = new Set(['login', 'logout', 'session-lost']);

/** What stands of a value in the other report, where it may have been met elsewhere first. */
export type KnownAs = (
  fingerprint: string,
) => Pick<ReportCredential, 'host' | 'name' | 'carriers'> | undefined;

/** Names the values of a report as it does. */
export function knownIn({ credentials }: Report, panel: PanelIs): KnownAs {
  const shown = credentials.filter((one) => isShown(one, panel));
  const known = new Map(shown.map((one) => [one.fingerprint, one]));
  return (fingerprint) => known.get(fingerprint);
}

/** What the report says of the site of `host`, and of all that was seen of it. */
export function essenceOf(
  report: Report,
  host: string,
  panel: PanelIs,
  knownAs: KnownAs = () => undefined,
): Essence {
  const { sites, events, findings } = report;
  const credentials = report.credentials.map((one) => ({ ...one, ...placeOf(one, knownAs) }));
  const seen = credentials.filter((one) => isShown(one, panel) && !wasPassing(one, knownAs));
  const ids = new Map(seen.map((one) => [one.id, one]));
  const named = (id: string | null) => credentials.find((one) => one.id === id)?.name ?? '';
  return {
    roles: unique(seen.map(roleLine)),
    mechanism: sites
      .filter(({ site }) => new URL(site).hostname === host)
      .map(({ mechanism }) => mechanism),
    moments: events.filter(({ type }) => MOMENTS.has(type)).map(({ type }) => type),
    findings: unique(
      findings
        .filter(
          ({ credentialId, ruleId }) =>
            credentialId === null ||
            (ids.has(credentialId) && !isOfPassing(ruleId, ids.get(credentialId), knownAs)),
        )
        .map(
          ({ ruleId, severity, credentialId }) => `${severity} ${ruleId} ${named(credentialId)}`,
        ),
    ),
  };
}

function placeOf({ fingerprint, host, name }: ReportCredential, knownAs: KnownAs) {
  const { host: itsHost, name: itsName } = knownAs(fingerprint) ?? { host, name };
  return { host: itsHost, name: itsName };
}

function roleLine({ role, host, name }: ReportCredential): string {
  return `${role} ${host} ${name}`;
}

/**
 * A recording looks at storage at its moments only: what came and went between them is not in it.
 */
function wasPassing({ carriers, state, fingerprint }: ReportCredential, knownAs: KnownAs): boolean {
  const stored = carriers.every((carrier) => STORES.has(carrier));
  return stored && state === 'removed' && knownAs(fingerprint) === undefined;
}

/** A finding about the storage of a value that was in none when the recording looked. */
function isOfPassing(
  ruleId: string,
  credential: ReportCredential | undefined,
  knownAs: KnownAs,
): boolean {
  const known = credential && knownAs(credential.fingerprint);
  return (
    ruleId.endsWith('-storage') &&
    known !== undefined &&
    !known.carriers.some((carrier) => STORES.has(carrier))
  );
}

/**
 * What a browser shows to an extension: never the messages of a socket, and bodies to DevTools
 * alone. What stands only there is no difference.
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

/**
 * True for a difference that is none: what is withheld from the extension decides it. A role that
 * hangs on what is withheld may be any other one, or unknown, to who does not see that.
 */
export function hangsOnWithheld(
  { part, line, only }: Difference,
  withheld: Essence,
  full: Essence,
): boolean {
  const unknown = differences(withheld, full).filter((one) => one.part === part);
  if (unknown.some((one) => one.only === only && one.line === line)) return true;
  const credential = (told: string) => told.slice(told.indexOf(' '));
  return (
    part === 'roles' &&
    only === 'live' &&
    unknown.some((one) => one.only === 'recorded' && credential(one.line) === credential(line))
  );
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
