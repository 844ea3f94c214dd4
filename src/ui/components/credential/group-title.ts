import type { CredentialGroup } from '../../lists/list-credentials.js';
import { t } from '../../words/i18n.js';

const TITLES = {
  identifies: 'ui_groupIdentifies',
  logout: 'ui_groupAfterLogout',
  'session-lost': 'ui_groupAfterLoss',
  identified: 'ui_groupIdentified',
  others: 'ui_groupOthers',
} as const;

/** The heading over a part of the credentials. */
export const groupTitle = (group: CredentialGroup): string => t(TITLES[group]);

/** What the heading leaves open, for who points at it. */
export function standingHint(group: CredentialGroup): string | undefined {
  return group === 'logout' || group === 'session-lost' ? t('ui_groupAfterHint') : undefined;
}
