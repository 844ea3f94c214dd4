import { type MessageKey, t } from '../../words/i18n.js';
import {
  type Destination,
  type Source,
  type WhereItGoes,
  whereItGoes,
} from '../../jwt/where-it-goes.js';
import { useStore } from '../../store/store-context.js';

const SENT: Readonly<Record<Destination['fit'], MessageKey>> = {
  audience: 'ui_whereAudience',
  issuer: 'ui_whereIssuer',
  elsewhere: 'ui_whereElsewhere',
  unnamed: 'ui_whereUnnamed',
  incomparable: 'ui_whereIncomparable',
};
const CAME: Readonly<Record<Source['fit'], MessageKey>> = {
  same: 'ui_fromIssuer',
  other: 'ui_fromOther',
  incomparable: 'ui_fromIncomparable',
};
const AS_SAID: ReadonlySet<string> = new Set(['audience', 'issuer', 'same']);

interface Props {
  id: string;
  claims: Readonly<Record<string, unknown>>;
}

/** Whether a token goes where it says that it is meant to go, and comes from where it says. */
export function JwtWhere({ id, claims }: Props) {
  const { trails } = useStore().story.value;
  const where = whereItGoes(claims, trails.get(id) ?? []);
  return (
    <ul class="jwt-where" aria-label={t('ui_jwtWhere')}>
      {where.sentTo.length === 0 && <li class="unknown">{t('ui_whereUnseen')}</li>}
      {where.sentTo.map(({ origin, fit }) => (
        <li key={origin} class={mark(fit)}>
          {t(SENT[fit], origin, where.audience.join(', '))}
        </li>
      ))}
      <CameFrom where={where} />
    </ul>
  );
}

function CameFrom({ where: { issuer, cameFrom } }: { where: WhereItGoes }) {
  if (issuer === null) return null;
  if (cameFrom.length === 0) return <li class="unknown">{t('ui_fromUnseen', issuer)}</li>;
  return (
    <>
      {cameFrom.map(({ origin, fit }) => (
        <li key={origin} class={mark(fit)}>
          {t(CAME[fit], origin, issuer)}
        </li>
      ))}
    </>
  );
}

function mark(fit: Destination['fit'] | Source['fit']): string {
  if (AS_SAID.has(fit)) return 'good';
  return fit === 'elsewhere' ? 'bad' : 'unknown';
}
