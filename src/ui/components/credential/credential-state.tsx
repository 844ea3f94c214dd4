import type { ReportCredential } from '../../../engine/report/report-credential.js';
import { label, t } from '../../words/i18n.js';

/** What has become of a credential, in a word; the reason on pointing at it. */
export function StateWord({ state, stateReason }: Pick<ReportCredential, 'state' | 'stateReason'>) {
  return (
    <span class={state === 'live' ? 'state' : 'state over'} title={stateReason ?? undefined}>
      {label('state', state)}
    </span>
  );
}

/** True while a credential may be used; what is over is spoken of in the past tense. */
export function isLive({ state }: Pick<ReportCredential, 'state'>): boolean {
  return state === 'live';
}

/** The heading over the places of a credential. */
export function placesHeading(credential: Pick<ReportCredential, 'state'>): string {
  return isLive(credential) ? t('ui_factWhere') : t('ui_factWasWhere');
}
