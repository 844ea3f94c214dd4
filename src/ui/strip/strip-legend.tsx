import { t } from '../words/i18n.js';

const MARKS = [
  ['use', 'ui_stripUse'],
  ['joint', 'ui_stripJoint'],
  ['moment', 'ui_stripMoment'],
  ['lost', 'ui_stripLost'],
  ['page', 'ui_stripPages'],
] as const;

/** What the strokes mean; each stop says it in words as well. */
export function StripLegend() {
  return (
    <ul class="legend" aria-hidden="true">
      {MARKS.map(([mark, key]) => (
        <li key={mark}>
          <svg width="8" height="14">
            <path class={`strip-${mark}`} d="M4 0V14" />
          </svg>
          <span>{t(key)}</span>
        </li>
      ))}
    </ul>
  );
}
