import type { ReportCredential } from '../../../engine/report/report-credential.js';
import { now } from '../../store/clock.js';
import { formatNumber, t } from '../../words/i18n.js';
import { identifyingAt, type Standing, STANDINGS } from '../../lists/identifying.js';
import { nextToEnd } from '../../lists/next-to-end.js';
import { useStore } from '../../store/store-context.js';
import { Expiry } from './countdown.js';
import { groupTitle, standingHint } from './group-title.js';
import { PlaceWord } from './place.js';
import { RoleChip } from './role-chip.js';

/** So many are listed. */
const LISTED = 4;

interface Props {
  open(credentialId: string): void;
  openAll(): void;
}

/**
 * By what the site in front knows its user now, or what is left of a login that ended, where that
 * is and when it ends; each leads to it.
 */
export function Recognised(props: Props) {
  return (
    <>
      {STANDINGS.map((standing) => (
        <Standings key={standing} standing={standing} {...props} />
      ))}
    </>
  );
}

function Standings({ standing, open, openAll }: Props & { standing: Standing }) {
  const { report, story, front } = useStore();
  const seen = { credentials: report.value?.credentials ?? [], moments: story.value.moments };
  const own = identifyingAt(front.name.value ?? '', seen, standing);
  if (own.length === 0) return null;
  const next = nextToEnd(own, now.peek());
  const listed = own.slice(0, LISTED);
  const title = groupTitle(standing);
  return (
    <section aria-label={title}>
      <div class="recognised-head">
        <h2 title={standingHint(standing)}>{title}</h2>
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
