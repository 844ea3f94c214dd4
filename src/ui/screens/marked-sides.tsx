import { useSignal } from '@preact/signals';
import type { MarkComparison } from '../../engine/trail/mark-comparison.js';
import { CredentialLink } from '../components/credential/credential-link.js';
import { MomentTime } from '../components/recording/moment-time.js';
import { formatNumber, type MessageKey, t } from '../words/i18n.js';

const GROUPS = [
  ['appeared', 'ui_compareAppeared'],
  ['changed', 'ui_compareChanged'],
  ['vanished', 'ui_compareVanished'],
  ['stayed', 'ui_compareStayed'],
] as const satisfies [keyof MarkComparison, MessageKey][];

/** What was there at two moments, side by side, by what became of it. */
export function MarkedSides({ of }: { of: MarkComparison }) {
  return (
    <div class="changes">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('ui_compareThing')}</th>
            {[of.from, of.to].map(({ id, name, at }) => (
              <th key={id} scope="col">
                {name} <MomentTime class="faint" at={at} />
              </th>
            ))}
          </tr>
        </thead>
        {GROUPS.map(([group, key]) => (
          <Group key={group} title={t(key)} ids={of[group]} of={of} folded={group === 'stayed'} />
        ))}
      </table>
    </div>
  );
}

interface GroupProps {
  title: string;
  ids: readonly string[];
  of: MarkComparison;
  /** Shown only when somebody asks: nothing happened to them. */
  folded: boolean;
}

function Group({ title, ids, of, folded }: GroupProps) {
  const isOpen = useSignal(!folded);
  return (
    <tbody>
      <tr class="change-group">
        <th scope="rowgroup" colSpan={3}>
          {folded && ids.length > 0 ? (
            <button
              type="button"
              class="link"
              aria-expanded={isOpen.value}
              onClick={() => (isOpen.value = !isOpen.value)}
            >
              {title}
            </button>
          ) : (
            title
          )}{' '}
          <span class="count">{formatNumber(ids.length)}</span>
        </th>
      </tr>
      {isOpen.value &&
        ids.map((id) => (
          <tr key={id}>
            <th scope="row">
              <CredentialLink id={id} />
            </th>
            <Value fingerprint={of.values[id]?.before} />
            <Value fingerprint={of.values[id]?.after} />
          </tr>
        ))}
    </tbody>
  );
}

/** Equal fingerprints are equal values. */
function Value({ fingerprint }: { fingerprint: string | undefined }) {
  return (
    <td>
      {fingerprint === undefined ? (
        <span class="faint">{t('ui_compareAbsent')}</span>
      ) : (
        <code title={t('ui_factFingerprint')}>{fingerprint}</code>
      )}
    </td>
  );
}
