import { PAGE, type Span, type Strip, type StripBar, type StripStop } from './strip-layout.js';

/** Height of a bar's row, and the whole width, in units of the drawing. */
const ROW = 16;
const WIDTH = 1000;

interface Props {
  strip: Strip;
  current: StripStop | undefined;
  span: Span | null;
}

/** The picture of a strip: a few paths, whatever it holds. */
export function StripDrawing({ strip: { bars, stops }, current, span }: Props) {
  const height = bars.length * ROW;
  const lines = (chosen: readonly StripStop[]) =>
    chosen.map(({ place }) => `M${x(place)} 0V${height}`).join('');
  const ofUser = stops.filter(({ credentialId }) => credentialId === null);
  const [pages, happened] = [true, false].map((wanted) =>
    ofUser.filter(({ type }) => (type === PAGE) === wanted),
  ) as [StripStop[], StripStop[]];
  const [lost, moments] = [true, false].map((wanted) =>
    happened.filter(({ type }) => (type === 'session-lost') === wanted),
  ) as [StripStop[], StripStop[]];
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${height}`}
      height={height}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {span && (
        <rect
          class="strip-span"
          x={x(Math.min(span.anchor, span.head))}
          width={x(Math.abs(span.anchor - span.head))}
          y="0"
          height={height}
        />
      )}
      {bars.map((bar, row) => (
        <Bar key={bar.id} bar={bar} top={row * ROW} />
      ))}
      <path class="strip-page" d={lines(pages)} />
      <path class="strip-moment" d={lines(moments)} />
      <path class="strip-lost" d={lines(lost)} />
      {current && <path class="strip-current" d={lines([current])} />}
    </svg>
  );
}

function Bar({ bar: { start, end, fades, uses, joints }, top }: { bar: StripBar; top: number }) {
  const ticks = (places: readonly number[], from: number, to: number) =>
    places.map((place) => `M${x(place)} ${top + from}V${top + to}`).join('');
  return (
    <>
      <rect
        class={fades ? 'strip-bar fades' : 'strip-bar'}
        x={x(start)}
        width={Math.max(x(end - start), 2)}
        y={top + 3}
        height={ROW - 6}
      />
      <path class="strip-use" d={ticks(uses, 5, ROW - 5)} />
      <path class="strip-joint" d={ticks(joints, 1, ROW - 1)} />
    </>
  );
}

const x = (place: number): number => Math.round(place * WIDTH * 10) / 10;
