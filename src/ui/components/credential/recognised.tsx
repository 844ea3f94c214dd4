import type { ReportCredential } from '../../../engine/report/report-credential.js';
import { now } from '../../store/clock.js';
import { formatNumber, t } from '../../words/i18n.js';
import { identifyingAt } from '../../lists/identifying.js';
import { nextToEnd } from '../../lists/next-to-end.js';
import { useStore } from '../../store/store-context.js';
import { Expiry } from './countdown.js';
import { PlaceWord } from './place.js';
import { RoleChip } from './role-chip.js';

/** So many are listed. */
const LISTED = 4;

interface Props {
  open(credentialId: string): void;
  openAll(): void;
}

/** By what the site in front knows its user now, where that is and when it ends; each leads to it. */
export function Recognised({ open, openAll }: Props) {
  const { report, front } = useStore();
  const own = identifyingAt(front.name.value ?? '', report.value?.credentials ?? []);
  if (own.length === 0) return null;
  const next = nextToEnd(own, now.peek());
  const listed = own.slice(0, LISTED);
  return (
    <section aria-label={t('ui_groupIdentifies')}>
      <div class="recognised-head">
        <h2>{t('ui_groupIdentifies')}</h2>
        <span class="faint">{t('ui_columnEnds')}</span>
      </div>
      <ul class="recognised">
        {listed.map((one) => (
          <Line key={one.id} credential={one} endsNext={one === next} open={open} />
        ))}
      </ul>
      {own.length > LISTED && (
        <button type="button" class="link" onClick={openAll}>
          {t('ui_andMore', formatNumber(own.length - LISTED))}
        </button>
      )}
    </section>
  );
}

interface LineProps extends Pick<Props, 'open'> {
  credential: ReportCredential;
  endsNext: boolean;
}

function Line({ credential, endsNext, open }: LineProps) {
  const { id, role, name, expires, expiresAt } = credential;
  return (
    <li>
      <button type="button" onClick={() => open(id)}>
        <RoleChip role={role} />{' '}
        <span class="mono name" title={name}>
          {name}
        </span>
        <PlaceWord credential={credential} />
        {endsNext && <span class="faint">{t('ui_endsNext')}</span>}
        <Expiry expires={expires} expiresAt={expiresAt} />
      </button>
    </li>
  );
}
