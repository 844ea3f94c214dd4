import type { ReportCredential } from '../../../engine/report/report-credential.js';
import { formatNumber, t } from '../../words/i18n.js';
import { identifyingAt, type Standing, STANDINGS } from '../../lists/identifying.js';
import { useStore } from '../../store/store-context.js';
import { Expiry } from './countdown.js';
import { groupTitle, standingHint } from './group-title.js';
import { PlaceWord } from './place.js';
import { RoleChip } from './role-chip.js';
import { SeverityDot } from '../findings/severity-badge.js';

/** So many stand in the docked panel's two lines. */
const AT_ONCE = 3;

/**
 * What identifies the user at a site, and what is left of a login that ended, each with its end and
 * how bad it is; each leads to its detail.
 */
export function IdentifiesYou({ site }: { site: string }) {
  const { report, story } = useStore();
  const seen = { credentials: report.value?.credentials ?? [], moments: story.value.moments };
  const parts = STANDINGS.map((standing) => ({
    standing,
    all: identifyingAt(site, seen, standing),
  })).filter(({ all }) => all.length > 0);
  return (
    <>
      {parts.map(({ standing, all }, index) => (
        // Together no more than one part alone: the last one has what room the others leave.
        <Standings
          key={standing}
          standing={standing}
          all={all}
          atOnce={index < parts.length - 1 ? 1 : Math.max(1, AT_ONCE - index)}
        />
      ))}
    </>
  );
}

interface StandingsProps {
  standing: Standing;
  all: readonly ReportCredential[];
  atOnce: number;
}

function Standings({ standing, all, atOnce }: StandingsProps) {
  const { nav } = useStore();
  const title = groupTitle(standing);
  const more = all.length - atOnce;
  return (
    <div class="identifies">
      <span class="faint" title={standingHint(standing)}>
        {title}:
      </span>
      <ul aria-label={title}>
        {all.slice(0, atOnce).map((one) => (
          <li key={one.id}>
            <Identifying credential={one} />
          </li>
        ))}
        {more > 0 && (
          <li>
            <button type="button" class="link" onClick={() => nav.show('credentials')}>
              {t('ui_andMore', formatNumber(more))}
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}

function Identifying({ credential }: { credential: ReportCredential }) {
  const { nav, worstOf } = useStore();
  const { id, name, role, expires, expiresAt } = credential;
  const worst = worstOf(id);
  return (
    <button type="button" class="identifying" onClick={() => nav.openCredential(id)}>
      {worst && <SeverityDot severity={worst} />}
      <RoleChip role={role} />
      <span class="mono name">{name}</span>
      <PlaceWord credential={credential} />
      <span class="faint">{t('ui_identifiesEnds')}</span>
      <Expiry expires={expires} expiresAt={expiresAt} />
    </button>
  );
}
