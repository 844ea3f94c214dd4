import type { Credential, StorageArea } from '../../model.js';
import { text } from '../../text.js';
import { logsIn } from '../../role-table.js';
import type { Evidence } from '../rule.js';
import { tellHost, tellName } from '../../values/redact.js';

/** Where in this storage area the credential lies, if it logs somebody in. */
export function storedIn(area: StorageArea, credential: Credential): Evidence[] {
  if (!logsIn(credential)) return [];
  return credential.sightings
    .filter((s) => s.carrier === area && s.direction === 'stored')
    .map(({ locator, origin }) => ({
      text: text(
        'evidence_stored_in',
        'It lies in the {area} of {origin} under the key {locator}.',
        {
          area,
          origin: tellHost(origin),
          locator: tellName(locator),
        },
      ),
    }));
}
