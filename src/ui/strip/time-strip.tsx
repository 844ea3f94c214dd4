import { addressParts } from '../format/address-parts.js';
import { label, t, tn } from '../words/i18n.js';
import { useStore } from '../store/store-context.js';
import type { Times } from '../format/times.js';
import { StripDrawing } from './strip-drawing.js';
import { PAGE, type Strip, type StripStop } from './strip-layout.js';
import { StripLegend } from './strip-legend.js';
import { useStripSpan } from './strip-span.js';

/**
 * Lifetimes over the whole recording; a stretch of it can be selected to see only that on every
 * screen.
 */
export function TimeStrip() {
  const strip = useStore().strip.value;
  return strip ? <StripOf strip={strip} /> : null;
}

function StripOf({ strip }: { strip: Strip }) {
  const { nav, times } = useStore();
  const { index, selected, openRequests, ...gestures } = useStripSpan(strip);
  const { stops } = strip;
  const current = stops[index];
  const name = current ? nameOf(current, strip, times) : '';
  const span = nav.span.value;
  const ends = span && `${times.of(span.from)} – ${times.of(span.to)}`;
  return (
    <section class="strip" aria-label={t('ui_strip')}>
      <div class="section-bar">
        <h3>{t('ui_strip')}</h3>
        <StripLegend />
      </div>
      <div class="strip-body">
        <Names strip={strip} />
        <div
          class="strip-time"
          role="slider"
          tabIndex={0}
          aria-label={t('ui_stripStops')}
          aria-valuemin={1}
          aria-valuemax={Math.max(stops.length, 1)}
          aria-valuenow={index + 1}
          aria-valuetext={ends ? `${name} · ${t('ui_spanOnly')} ${ends}` : name}
          {...gestures}
        >
          <StripDrawing strip={strip} current={current} span={selected} />
        </div>
      </div>
      <Foot name={name} omitted={strip.omitted} ends={ends} openRequests={openRequests} />
    </section>
  );
}

function Names({ strip: { bars } }: { strip: Strip }) {
  return (
    <ul class="strip-names" aria-hidden="true">
      {bars.map((bar) => (
        <li key={bar.id}>{bar.name}</li>
      ))}
    </ul>
  );
}

interface FootProps {
  /** The stop at which somebody is. */
  name: string;
  omitted: number;
  /** Of what is selected. */
  ends: string | null;
  openRequests(): void;
}

function Foot({ name, omitted, ends, openRequests }: FootProps) {
  return (
    <div class="strip-foot">
      <span class="faint">
        {name}
        {omitted > 0 && ` · ${tn('ui_stripOmitted', omitted)}`}
      </span>
      {ends && (
        <button type="button" class="button" onClick={openRequests}>
          {t('ui_stripRequests', ends)}
        </button>
      )}
    </div>
  );
}

function nameOf({ type, at, credentialId, url }: StripStop, { bars }: Strip, times: Times): string {
  if (type === PAGE) return t('ui_stripStop', times.of(at), t('ui_stripPage', pageName(url ?? '')));
  const name = bars.find(({ id }) => id === credentialId)?.name;
  const what = name === undefined ? label('moment', type) : label('event', type);
  return t('ui_stripStop', times.of(at), name === undefined ? what : `${name} ${what}`);
}

function pageName(url: string): string {
  const parts = addressParts(url);
  return parts ? parts.host + parts.path : url;
}
