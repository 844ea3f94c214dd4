import type { Role } from '../../engine/model.js';
import type { ReportAttributes } from '../../engine/report/report.js';
import { t } from '../i18n.js';
import { roleFacts } from '../../engine/role-table.js';

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

interface Props {
  attributes: ReportAttributes | null;
  role: Role;
}

/**
 * A cookie's flags as short marks with names. A missing one is alarming only where the cookie
 * stands for the user: a double-submit cookie, for one, has to be readable.
 */
export function AttributeMarks({ attributes, role }: Props) {
  if (!attributes) return null;
  return (
    <span class={roleFacts(role).logsIn ? 'marks weighty' : 'marks'}>
      {marksOf(attributes).map(({ sign, name, state }) => (
        <span key={name} class={`mark ${state}`} role="img" aria-label={name} title={name}>
          {sign}
        </span>
      ))}
    </span>
  );
}
