import type { ReportAttributes } from '../../engine/report/report.js';
import { t } from '../i18n.js';

interface Mark {
  sign: string;
  name: string;
  state: 'on' | 'off';
}

const SAME_SITE = { strict: 'Strict', lax: 'Lax', none: 'None', unset: '–' } as const;

function marksOf(attributes: ReportAttributes): Mark[] {
  const { httpOnly, secure, sameSite, partitioned } = attributes;
  const mark = (sign: string, on: boolean, attribute: string): Mark => ({
    sign,
    state: on ? 'on' : 'off',
    name: on ? t('ui_markSet', attribute) : t('ui_markMissing', attribute),
  });
  const site = mark(SAME_SITE[sameSite], sameSite === 'lax' || sameSite === 'strict', 'SameSite');
  if (sameSite !== 'unset') site.name = `SameSite=${SAME_SITE[sameSite]}`;
  const marks = [mark('H', httpOnly, 'HttpOnly'), mark('S', secure, 'Secure'), site];
  return partitioned ? [...marks, mark('P', true, 'Partitioned')] : marks;
}

/** A cookie's flags as short marks with names. */
export function AttributeMarks({ attributes }: { attributes: ReportAttributes | null }) {
  if (!attributes) return null;
  return (
    <span class="marks">
      {marksOf(attributes).map(({ sign, name, state }) => (
        <span key={name} class={`mark ${state}`} role="img" aria-label={name} title={name}>
          {sign}
        </span>
      ))}
    </span>
  );
}
