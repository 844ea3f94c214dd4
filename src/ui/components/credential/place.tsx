import type { ReportCredential } from '../../../engine/report/report-credential.js';
import { keptIn, placeOf } from '../../lists/kept-in.js';
import { useStore } from '../../store/store-context.js';
import { label, t } from '../../words/i18n.js';
import { AttributeMarks } from './attribute-marks.js';

interface Props {
  credential: ReportCredential;
}

const useTrail = ({ id }: ReportCredential) => useStore().story.value.trails.get(id) ?? [];

/** Where a credential is, in a word. */
export function PlaceWord({ credential }: Props) {
  const trail = useTrail(credential);
  return <span class="faint place">{label('carrier', placeOf(credential, trail))}</span>;
}

/** All storages that have it; a cookie with the marks of what guards it there. */
export function KeptIn({ credential }: Props) {
  const places = keptIn(credential, useTrail(credential));
  if (places.length === 0) return <span class="faint">{t('ui_glanceNotKept')}</span>;
  const { attributes, carrier, role } = credential;
  return (
    <>
      {places.map((place) => label('carrier', place)).join(', ')}{' '}
      {places.includes('cookie') && (
        <AttributeMarks attributes={attributes} carrier={carrier} role={role} />
      )}
    </>
  );
}
