import { useId } from 'preact/hooks';
import type { MarkComparison } from '../../engine/trail/mark-comparison.js';
import { Between } from '../components/recording/between-marks.js';
import { CredentialLink } from '../components/credential/credential-link.js';
import { MarkList } from '../components/recording/mark-list.js';
import { t } from '../words/i18n.js';
import type { MarkedPair } from '../store/marked-pair.js';
import { useStore } from '../store/store-context.js';
import { MarkedSides } from './marked-sides.js';

/** What became of the credentials between two moments that the user marked. */
export function BeforeAndAfter() {
  const { marked } = useStore();
  const pair = marked.pair.value;
  const [first] = marked.all.value;
  if (!first) return null;
  return (
    <section class="before-and-after" aria-label={t('ui_compare')}>
      <h3>{t('ui_compare')}</h3>
      <MarkList />
      {pair ? (
        <>
          <div class="compared">
            <MarkSelect side="from" pair={pair} name={t('ui_compareFrom')} />
            <MarkSelect side="to" pair={pair} name={t('ui_compareTo')} />
          </div>
          {marked.comparison.value && <Comparison of={marked.comparison.value} />}
        </>
      ) : (
        <p class="note">{t('ui_compareHint', first.name)}</p>
      )}
    </section>
  );
}

interface SelectProps {
  side: keyof MarkedPair;
  pair: MarkedPair;
  name: string;
}

function MarkSelect({ side, pair, name }: SelectProps) {
  const store = useStore();
  const id = useId();
  const marks = store.marked.all.value;
  // Nothing comes before the first mark or after the last one.
  const offered = side === 'from' ? marks.slice(0, -1) : marks.slice(1);
  return (
    <div>
      <label for={id}>{name}</label>
      <select
        id={id}
        value={pair[side]}
        onChange={(event) => store.chooseMark(side, Number(event.currentTarget.value))}
      >
        {offered.map((mark) => (
          <option key={mark.id} value={mark.id} selected={mark.id === pair[side]}>
            {t('ui_compareOption', mark.name, store.times.of(mark.at))}
          </option>
        ))}
      </select>
    </div>
  );
}

function Comparison({ of }: { of: MarkComparison }) {
  const { sessionRotated, leftBehind } = of;
  return (
    <>
      {(sessionRotated !== null || leftBehind !== null) && (
        <ul class="judged">
          {sessionRotated !== null && <Rotation rotated={sessionRotated} />}
          {leftBehind !== null && <LeftBehind ids={leftBehind} />}
        </ul>
      )}
      <Between from={of.from} to={of.to} />
      <MarkedSides of={of} />
    </>
  );
}

function Rotation({ rotated }: { rotated: boolean }) {
  return (
    <li class={rotated ? 'good' : 'bad'}>
      {rotated ? t('ui_compareRotated') : t('ui_compareNotRotated')}
    </li>
  );
}

function LeftBehind({ ids }: { ids: readonly string[] }) {
  if (ids.length === 0) return <li class="good">{t('ui_compareNothingLeft')}</li>;
  return (
    <li class="bad">
      {t('ui_compareLeft')}{' '}
      <ul class="links">
        {ids.map((id) => (
          <li key={id}>
            <CredentialLink id={id} />
          </li>
        ))}
      </ul>
    </li>
  );
}
