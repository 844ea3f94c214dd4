import type { MarkName } from '../../engine/trail/mark-comparison.js';
import { label, t, tn } from '../i18n.js';
import { useStore } from '../store-context.js';
import { spanWord } from '../strip/during.js';
import { MomentTime } from './moment-time.js';

interface Props {
  from: MarkName;
  to: MarkName;
}

/** What the user did between two moments, and the way to its requests. */
export function Between({ from, to }: Props) {
  const { nav, navigations, story } = useStore();
  const isBetween = (at: number) => at >= from.at && at <= to.at;
  const moments = story.value.moments.filter(({ at }) => isBetween(Date.parse(at)));
  const pages = navigations.value.filter(({ at }) => isBetween(at));
  return (
    <p class="between">
      <span class="faint">{t('ui_compareBetween')}</span>
      {moments.length + pages.length === 0 && <span>{t('ui_compareNothingHappened')}</span>}
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
      <button
        type="button"
        class="link"
        onClick={() => nav.openRequests(`during:${spanWord(from.at, to.at)}`)}
      >
        {t('ui_compareRequests')}
      </button>
    </p>
  );
}
