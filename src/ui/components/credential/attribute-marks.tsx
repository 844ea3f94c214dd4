import type { Carrier, Role } from '../../../engine/model.js';
import type { ReportAttributes } from '../../../engine/report/report-credential.js';
import { t } from '../../words/i18n.js';
import { roleFacts } from '../../../engine/role-table.js';

export interface Mark {
  sign: string;
  name: string;
  /** `weak`: set, to what protects nothing. */
  state: 'on' | 'off' | 'weak' | 'unknown';
}

type Flags = Pick<ReportAttributes, 'httpOnly' | 'secure' | 'sameSite' | 'partitioned'>;

const SAME_SITE = { strict: 'Strict', lax: 'Lax', none: 'None', unset: '–' } as const;
const UNKNOWN: Flags = { httpOnly: null, secure: null, sameSite: null, partitioned: null };

/** Whether an attribute is set, missing, or was not seen: three things. */
function markOf(sign: string, on: boolean | null, attribute: string): Mark {
  if (on === null)
    return { sign: `${sign}?`, state: 'unknown', name: t('ui_markUnknown', attribute) };
  const name = on ? t('ui_markSet', attribute) : t('ui_markMissing', attribute);
  return { sign, state: on ? 'on' : 'off', name };
}

function siteMark(sameSite: Flags['sameSite']): Mark {
  if (sameSite === null) return markOf('L', null, 'SameSite');
  const sign = SAME_SITE[sameSite];
  const mark = markOf(sign, sameSite === 'lax' || sameSite === 'strict', 'SameSite');
  if (sameSite === 'unset') return mark;
  return { ...mark, name: `SameSite=${sign}`, state: sameSite === 'none' ? 'weak' : 'on' };
}

/** The marks of a cookie's flags. */
export function marksOf({ httpOnly, secure, sameSite, partitioned }: Flags): Mark[] {
  const marks = [
    markOf('H', httpOnly, 'HttpOnly'),
    markOf('S', secure, 'Secure'),
    siteMark(sameSite),
  ];
  return partitioned === true ? [...marks, markOf('P', true, 'Partitioned')] : marks;
}

export function MarkSign({ sign, name, state }: Mark) {
  return (
    <span class={`mark ${state}`} role="img" aria-label={name} title={name}>
      {sign}
    </span>
  );
}

interface Props {
  attributes: ReportAttributes | null;
  carrier: Carrier;
  role: Role;
}

/**
 * A cookie's flags as short marks with names. A missing one is alarming only where the cookie
 * stands for the user: a double-submit cookie, for one, has to be readable.
 */
export function AttributeMarks({ attributes, carrier, role }: Props) {
  if (carrier !== 'cookie') return null;
  return (
    <span class={roleFacts(role).logsIn ? 'marks weighty' : 'marks'}>
      {marksOf(attributes ?? UNKNOWN).map(({ sign, name, state }) => (
        <MarkSign key={name} {...{ sign, name, state }} />
      ))}
    </span>
  );
}
