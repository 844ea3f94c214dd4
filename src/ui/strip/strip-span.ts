import type { TargetedKeyboardEvent, TargetedPointerEvent } from 'preact';
import { useSignal } from '@preact/signals';
import { spanBetween, type TimeSpan } from '../span/time-span.js';
import { useStore } from '../store/store-context.js';
import { placeOf, type Span, type Strip } from './strip-layout.js';

/** What keys and pointer do on a strip: they move from stop to stop and select a stretch of it. */
export function useStripSpan(strip: Strip) {
  const { nav } = useStore();
  const span = nav.span.value;
  const openRequests = (): void => {
    if (span) nav.openRequests(span);
  };
  const { index, onKeyDown, end } = useKeys(strip, openRequests);
  const { drawn, ...pointer } = usePointer((stretch) => {
    if (stretch) nav.selectSpan(spanAt(strip, stretch));
    else end();
  });
  return {
    index,
    openRequests,
    /** What is drawn as selected, in places. */
    selected: drawn ?? (span && placesOf(strip, span)),
    onKeyDown,
    ...pointer,
  };
}

/** The stop at which somebody is, and what keys do from there. */
function useKeys({ stops }: Strip, openRequests: () => void) {
  const { nav } = useStore();
  const at = useSignal(0);
  /** Where a selection by keys began. */
  const anchor = useSignal<number | null>(null);
  const index = Math.min(at.value, stops.length - 1);
  const span = nav.span.value;
  const step = (next: number, extend: boolean): void => {
    const stop = stops[next];
    if (!stop) return;
    if (extend) {
      anchor.value ??= stops[index]?.at ?? stop.at;
      nav.selectSpan(spanBetween(anchor.value, stop.at));
    } else anchor.value = null;
    at.value = next;
  };
  const end = (): void => {
    anchor.value = null;
    nav.selectSpan(null);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    const { key, shiftKey, altKey } = event;
    const next = altKey ? undefined : STEPS[key]?.(index, stops.length - 1);
    if (next !== undefined) step(next, shiftKey);
    else if (key === 'Escape' && span) end();
    else if (key === 'Enter' && span) openRequests();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { index, onKeyDown, end };
}

/** The stretch that the pointer draws; told when it is whole, as null where it was but a click. */
function usePointer(done: (stretch: Span | null) => void) {
  const drawn = useSignal<Span | null>(null);
  return {
    drawn: drawn.value,
    onPointerDown(event: TargetedPointerEvent<HTMLElement>): void {
      event.currentTarget.setPointerCapture(event.pointerId);
      drawn.value = { anchor: pointed(event), head: pointed(event) };
    },
    onPointerMove(event: TargetedPointerEvent<HTMLElement>): void {
      if (drawn.value && event.currentTarget.hasPointerCapture(event.pointerId))
        drawn.value = { ...drawn.value, head: pointed(event) };
    },
    onPointerUp(): void {
      const stretch = drawn.value;
      drawn.value = null;
      if (stretch) done(stretch.anchor === stretch.head ? null : stretch);
    },
    onPointerCancel(): void {
      drawn.value = null;
    },
  };
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

function pointed({ currentTarget, clientX }: TargetedPointerEvent<HTMLElement>): number {
  const { left, width } = currentTarget.getBoundingClientRect();
  return Math.min(1, Math.max(0, (clientX - left) / width));
}

function placesOf(strip: Strip, { from, to }: TimeSpan): Span {
  return { anchor: placeOf(strip, from), head: placeOf(strip, to) };
}

function spanAt({ from, to }: Strip, { anchor, head }: Span): TimeSpan {
  const timeAt = (place: number): number => from + place * (to - from);
  return spanBetween(timeAt(anchor), timeAt(head));
}
