import type { MarkName } from '../../../engine/trail/mark-comparison.js';
import { label, t, tn } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';
import { isWithin, spanBetween } from '../../span/time-span.js';
import { MomentTime } from './moment-time.js';

interface Props {
  from: MarkName;
  to: MarkName;
}

/** What the user did between two moments, and the way to see only that. */
export function Between({ from, to }: Props) {
  const { nav, navigations, story } = useStore();
  const between = spanBetween(from.at, to.at);
  const happened = story.value.moments.filter(({ at }) => isWithin(between, Date.parse(at)));
  const opened = navigations.value.filter(({ at }) => isWithin(between, at));
  const moments = happened.filter(({ at }) => isWithin(nav.span.value, Date.parse(at)));
  const pages = opened.filter(({ at }) => isWithin(nav.span.value, at));
  const all = happened.length + opened.length;
  const outside = all - moments.length - pages.length;
  return (
    <p class="between">
      <span class="faint">{t('ui_compareBetween')}</span>
      {all === 0 && <span>{t('ui_compareNothingHappened')}</span>}
      {moments.map(({ type, at }, index) => (
        <span key={index}>
          <span class={`chip moment ${type}`}>{label('moment', type)}</span>{' '}
          <MomentTime class="faint" at={Date.parse(at)} />
        </span>
      ))}
      {pages.length > 0 && (
        <span title={pages.map(({ url }) => url).join('\n')}>
          {tn('ui_comparePage', pages.length)}
        </span>
      )}
      {outside > 0 && <span class="faint">{tn('ui_spanBetween', outside)}</span>}
      <button type="button" class="link" onClick={() => nav.openRequests(between)}>
        {t('ui_compareRequests')}
      </button>
    </p>
  );
}
