import { computed, type ReadonlySignal } from '@preact/signals';
import { roleFacts } from '../../engine/role-table.js';
import type { Report } from '../../engine/report/report.js';
import type { NavigationView } from '../../messaging/views.js';
import { selectCredentials } from '../lists/list-credentials.js';
import type { SiteInFront } from '../store/site-in-front.js';
import { steady } from '../store/steady.js';
import { layStrip, type Strip } from './strip-layout.js';

/**
 * The strip of what identifies at the site in front; laid anew only when what it shows has changed.
 */
export function stripInFront(
  report: ReadonlySignal<Report | null>,
  front: SiteInFront,
  navigations: ReadonlySignal<readonly NavigationView[]>,
): ReadonlySignal<Strip | undefined> {
  const shown = steady(() => {
    const { credentials = [], events = [] } = report.value ?? {};
    const ofSite = ({ site }: { site: string }): boolean => site === front.name.value;
    return {
      credentials: selectCredentials(credentials.filter(ofSite), '')
        .filter(({ role }) => roleFacts(role).identifies)
        .map(({ id, name, issuedAt, expiresAt, firstSeen, state }) => {
          return { id, name, issuedAt, expiresAt, firstSeen, state };
        }),
      events: events.filter(ofSite).map(({ type, at, credentialId, detail }) => {
        return { type, at, credentialId, detail };
      }),
    };
  });
  const pages = steady(() => navigations.value);
  return computed(() => layStrip(shown.value.credentials, shown.value.events, pages.value));
}
