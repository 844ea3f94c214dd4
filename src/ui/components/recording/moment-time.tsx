import { useStore } from '../../store/store-context.js';

interface Props {
  at: number;
  /** To the millisecond. */
  exact?: boolean;
  class?: string;
}

/** An instant as the reader wants to read all of them. */
export function MomentTime({ at, exact = false, class: kind = '' }: Props) {
  const { times } = useStore();
  return (
    <time class={`instant ${kind}`} dateTime={isoOf(at)} title={times.whole(at)}>
      {times.of(at, exact)}
    </time>
  );
}

/** A page can set a year that no date has. */
function isoOf(instant: number): string | undefined {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
