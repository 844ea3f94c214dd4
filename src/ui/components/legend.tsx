import { useId } from 'preact/hooks';
import { SEVERITIES } from '../../engine/severity.js';
import { label, t } from '../words/i18n.js';
import { marksOf, MarkSign } from './credential/attribute-marks.js';
import { Icon } from './icon.js';
import { SeverityDot } from './findings/severity-badge.js';

/** What the signs of a list mean: a button in its bar opens it. */
export function Legend({ marks = false }: { marks?: boolean }) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        class="icon-button legend-button"
        popovertarget={id}
        aria-label={t('ui_legend')}
        title={t('ui_legend')}
        onClick={({ currentTarget }) => {
          // Where it is in the bar differs from screen to screen.
          const { bottom } = currentTarget.getBoundingClientRect();
          document.getElementById(id)?.style.setProperty('top', `${bottom + 2}px`);
        }}
      >
        <Icon name="legend" />
      </button>
      <div id={id} popover="auto" class="menu signs" role="group" aria-label={t('ui_legend')}>
        <h3>{t('ui_legendSeverities')}</h3>
        <ul>
          {SEVERITIES.map((severity) => (
            <li key={severity}>
              <SeverityDot severity={severity} /> {label('severity', severity)}
            </li>
          ))}
        </ul>
        {marks && <Marks />}
      </div>
    </>
  );
}

const SET = { httpOnly: true, secure: true, sameSite: 'lax', partitioned: true } as const;
const MISSING = { httpOnly: false, secure: false, sameSite: 'unset', partitioned: false } as const;
const WEAK = { ...SET, sameSite: 'none' } as const;
const UNKNOWN = { httpOnly: null, secure: null, sameSite: null, partitioned: null } as const;

/** Each mark as it looks in the list, with what it is called there. */
function Marks() {
  const none = marksOf(WEAK).filter(({ state }) => state === 'weak');
  const all = [...marksOf(SET), ...none, ...marksOf(MISSING), ...marksOf(UNKNOWN).slice(0, 1)];
  return (
    <>
      <h3>{t('ui_legendFlags')}</h3>
      <ul class="marks-told">
        {all.map((mark) => (
          <li key={mark.name}>
            <MarkSign {...mark} /> {mark.name}
          </li>
        ))}
      </ul>
    </>
  );
}
