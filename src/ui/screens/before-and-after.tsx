import { useId } from 'preact/hooks';
import type { MarkComparison } from '../../engine/trail/mark-comparison.js';
import { CredentialLink } from '../components/credential-link.js';
import { timeOfDay } from '../format-time.js';
import { language, t, tn } from '../i18n.js';
import type { MarkedPair } from '../marked-pair.js';
import { useStore } from '../store-context.js';

/** What became of the credentials between two moments that the user marked. */
export function BeforeAndAfter() {
  const { marked } = useStore();
  const pair = marked.pair.value;
  const [first] = marked.all.value;
  if (!first) return null;
  return (
    <section class="before-and-after" aria-label={t('ui_compare')}>
      <h3>{t('ui_compare')}</h3>
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
            {t('ui_compareOption', mark.name, timeOfDay(mark.at, language()))}
          </option>
        ))}
      </select>
    </div>
  );
}

function Comparison({ of }: { of: MarkComparison }) {
  const { appeared, changed, vanished, stayed, sessionRotated, leftBehind } = of;
  return (
    <>
      {(sessionRotated !== null || leftBehind !== null) && (
        <ul class="judged">
          {sessionRotated !== null && <Rotation rotated={sessionRotated} />}
          {leftBehind !== null && <LeftBehind ids={leftBehind} />}
        </ul>
      )}
      <div class="changes">
        <table>
          <tbody>
            <Change name={t('ui_compareAppeared')} ids={appeared} />
            <Change name={t('ui_compareChanged')} ids={changed} />
            <Change name={t('ui_compareVanished')} ids={vanished} />
            <Change name={t('ui_compareStayed')} ids={stayed} folded />
          </tbody>
        </table>
      </div>
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
      {t('ui_compareLeft')} <Links ids={ids} />
    </li>
  );
}

interface ChangeProps {
  name: string;
  ids: readonly string[];
  folded?: boolean;
}

function Change({ name, ids, folded = false }: ChangeProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {ids.length === 0 && <span class="faint">{t('ui_compareNone')}</span>}
        {ids.length > 0 && !folded && <Links ids={ids} />}
        {ids.length > 0 && folded && (
          <details>
            <summary>{tn('ui_credentialCount', ids.length)}</summary>
            <Links ids={ids} />
          </details>
        )}
      </td>
    </tr>
  );
}

function Links({ ids }: { ids: readonly string[] }) {
  return (
    <ul class="links">
      {ids.map((id) => (
        <li key={id}>
          <CredentialLink id={id} />
        </li>
      ))}
    </ul>
  );
}
