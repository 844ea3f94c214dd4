import type { ComponentChildren, RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { t } from '../words/i18n.js';
import { useStore } from '../store/store-context.js';
import { useSize } from '../page/use-size.js';
import { Icon } from './icon.js';

const STACKED_BELOW = 640;
const LEAST = 20;
const MOST = 80;

interface Props {
  main: ComponentChildren;
  /** Null: nothing is open. */
  detail: ComponentChildren | null;
  detailName: string;
  detailRef: RefObject<HTMLElement | null>;
  onClose(): void;
}

/** A list and, beside it or below where it is narrow, the detail of what is selected. */
export function SplitView({ main, detail, detailName, detailRef, onClose }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const stacked = useSize(container).width < STACKED_BELOW;
  const close = () => {
    onClose();
    container.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  };
  return (
    <div ref={container} class={stacked ? 'split stacked' : 'split'}>
      <div class="split-main">{main}</div>
      {detail !== null && (
        <>
          <Divider container={container} stacked={stacked} />
          <DetailPane {...{ detail, detailName, detailRef }} onClose={close} />
        </>
      )}
    </div>
  );
}

type PaneProps = Pick<Props, 'detail' | 'detailName' | 'detailRef' | 'onClose'>;

function DetailPane({ detail, detailName, detailRef, onClose }: PaneProps) {
  const { detailShare } = useStore();
  return (
    <aside
      ref={detailRef}
      class="split-detail"
      aria-label={detailName}
      tabIndex={-1}
      style={{ flexBasis: `${detailShare.value}%` }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // DevTools would open its console as well.
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <button
        type="button"
        class="icon-button close"
        aria-label={t('ui_close')}
        title={t('ui_close')}
        onClick={onClose}
      >
        <Icon name="close" />
      </button>
      {detail}
    </aside>
  );
}

interface DividerProps {
  container: RefObject<HTMLDivElement | null>;
  stacked: boolean;
}

function Divider({ container, stacked }: DividerProps) {
  const { detailShare } = useStore();
  const resize = (share: number) => {
    detailShare.value = Math.min(MOST, Math.max(LEAST, Math.round(share)));
  };
  const follow = (event: PointerEvent) => {
    const box = container.current?.getBoundingClientRect();
    if (!box) return;
    const part = stacked
      ? (box.bottom - event.clientY) / box.height
      : (box.right - event.clientX) / box.width;
    resize(part * 100);
  };
  return (
    <div
      class="divider"
      role="separator"
      aria-label={t('ui_resize')}
      aria-orientation={stacked ? 'horizontal' : 'vertical'}
      aria-valuenow={detailShare.value}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event);
      }}
      onKeyDown={(event) => {
        const larger = stacked ? 'ArrowUp' : 'ArrowLeft';
        const smaller = stacked ? 'ArrowDown' : 'ArrowRight';
        if (event.key === larger) resize(detailShare.value + 5);
        else if (event.key === smaller) resize(detailShare.value - 5);
        else return;
        event.preventDefault();
      }}
    />
  );
}
