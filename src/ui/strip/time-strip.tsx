import { useSignal } from '@preact/signals';
import type { TargetedKeyboardEvent, TargetedPointerEvent } from 'preact';
import { addressParts } from '../address-parts.js';
import { label, t, tn } from '../i18n.js';
import { useStore } from '../store-context.js';
import { spanWord } from './during.js';
import type { Times } from '../times.js';
import { StripLegend } from './strip-legend.js';
import { PAGE, type Span, type Strip, type StripStop } from './strip-layout.js';
import { StripDrawing } from './strip-drawing.js';

/** Lifetimes over the whole recording; a stretch of it can be selected to see its requests. */
export function TimeStrip() {
  const strip = useStore().strip.value;
  return strip ? <StripOf strip={strip} /> : null;
}

function StripOf({ strip }: { strip: Strip }) {
  const { nav, times } = useStore();
  const at = useSignal(0);
  const span = useSignal<Span | null>(null);
  const { bars, stops, omitted } = strip;
  const current = stops[Math.min(at.value, stops.length - 1)];
  const show = () => {
    if (span.value) nav.openRequests(`during:${spanOf(strip, span.value)}`);
  };
  return (
    <section class="strip" aria-label={t('ui_strip')}>
      <div class="section-bar">
        <h3>{t('ui_strip')}</h3>
        <StripLegend />
      </div>
      <div class="strip-body">
        <ul class="strip-names" aria-hidden="true">
          {bars.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
        <div
          class="strip-time"
          role="slider"
          tabIndex={0}
          aria-label={t('ui_stripStops')}
          aria-valuemin={1}
          aria-valuemax={Math.max(stops.length, 1)}
          aria-valuenow={Math.min(at.value, stops.length - 1) + 1}
          aria-valuetext={current ? nameOf(current, strip, times) : ''}
          onKeyDown={(event) => onKey(event, { stops, at, span, show })}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            span.value = { anchor: placeOf(event), head: placeOf(event) };
          }}
          onPointerMove={(event) => {
            if (span.value && event.currentTarget.hasPointerCapture(event.pointerId))
              span.value = { ...span.value, head: placeOf(event) };
          }}
          onPointerUp={() => {
            if (span.value?.anchor === span.value?.head) span.value = null;
          }}
        >
          <StripDrawing strip={strip} current={current} span={span.value} />
        </div>
      </div>
      <div class="strip-foot">
        <span class="faint">
          {current && nameOf(current, strip, times)}
          {omitted > 0 && ` · ${tn('ui_stripOmitted', omitted)}`}
        </span>
        {span.value && (
          <button type="button" class="button" onClick={show}>
            {t('ui_stripRequests', spanOf(strip, span.value))}
          </button>
        )}
      </div>
    </section>
  );
}

interface Stepping {
  stops: readonly StripStop[];
  at: { value: number };
  span: { value: Span | null };
  show(): void;
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

function onKey(event: TargetedKeyboardEvent<HTMLElement>, { stops, at, span, show }: Stepping) {
  const { key, shiftKey, altKey } = event;
  const next = altKey ? undefined : STEPS[key]?.(at.value, stops.length - 1);
  if (next !== undefined && stops[next]) {
    const anchor = span.value?.anchor ?? stops[at.value]?.place ?? 0;
    span.value = shiftKey ? { anchor, head: stops[next].place } : null;
    at.value = next;
  } else if (key === 'Escape' && span.value) span.value = null;
  else if (key === 'Enter' && span.value) show();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function placeOf({ currentTarget, clientX }: TargetedPointerEvent<HTMLElement>): number {
  const { left, width } = currentTarget.getBoundingClientRect();
  return Math.min(1, Math.max(0, (clientX - left) / width));
}

function spanOf({ from, to }: Strip, { anchor, head }: Span): string {
  const timeAt = (place: number) => from + place * (to - from);
  return spanWord(timeAt(anchor), timeAt(head));
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
