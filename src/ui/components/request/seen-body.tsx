import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { BodyOf, RequestRow } from '../../../messaging/views.js';
import { formatSize } from '../../format/format-size.js';
import { language, t } from '../../words/i18n.js';
import type { Shown } from '../../store/seen-bodies.js';
import { useStore } from '../../store/store-context.js';
import { showAtTop } from '../../page/within-pane.js';
import { BodyText } from './body-text.js';
import { Loading } from '../loading.js';
import { Section } from '../section.js';

interface Props {
  row: RequestRow;
  whose: BodyOf;
}

/** At the head of a detail: opens a body, which stands below all headers, and goes there. */
export function BodyButton() {
  const { bodies } = useStore();
  return (
    <button type="button" class="button copy-as" onClick={() => bodies.want('response')}>
      {t('ui_body')}
    </button>
  );
}

/** What a request sent, or what came back, once somebody asks for it. */
export function SeenBody({ row, whose }: Props) {
  const { bodies } = useStore();
  const isOpen = bodies.open.value.has(whose);
  const isSent = whose === 'request';
  const show = isSent ? t('ui_bodyShowSent') : t('ui_bodyShow');
  return (
    <div class="body-part">
      <Section title={isSent ? t('ui_bodySent') : t('ui_body')}>
        {isOpen ? (
          <Body key={row.id} row={row} whose={whose} />
        ) : (
          <button type="button" class="button" onClick={() => bodies.toggle(whose)}>
            {show}
          </button>
        )}
      </Section>
    </div>
  );
}

function Body({ row, whose }: Props) {
  const { bodies, backend } = useStore();
  const isRevealed = useSignal(false);
  const revealed = isRevealed.value;
  const body = useBody({ row, whose }, revealed);
  const place = useRef<HTMLDivElement>(null);
  // Somebody asked for it at the head of the detail: once there is something to scroll to.
  const isWanted = bodies.wanted.value === whose;
  useLayoutEffect(() => {
    if (!isWanted || !body || !place.current) return;
    bodies.wanted.value = null;
    showAtTop(place.current.closest('.body-part') ?? place.current);
  }, [isWanted, body]);
  return (
    <div ref={place}>
      {!body && <Loading />}
      {body && 'why' in body && <p class="note">{reason(body, whose, backend.isFile)}</p>}
      {body && 'view' in body && (
        <BodyText
          body={body}
          revealed={revealed}
          reveal={() => (isRevealed.value = !revealed)}
          copy={() => bodies.text(row, whose, revealed)}
          close={() => bodies.toggle(whose)}
        />
      )}
    </div>
  );
}

/** Null until it is there. */
function useBody({ row, whose }: Props, revealed: boolean): Shown | null {
  const { bodies } = useStore();
  const shown = useSignal<Shown | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void bodies
      .show(row, whose, revealed)
      .catch((): Shown => ({ why: 'gone' }))
      .then((body) => {
        if (isCurrent) shown.value = body;
      });
    return () => {
      isCurrent = false;
    };
  }, [row.status, revealed]);
  return shown.value;
}

function reason(
  body: Extract<Shown, { why: string }>,
  whose: BodyOf,
  isFile: boolean | undefined,
): string {
  switch (body.why) {
    case 'closed':
      return t('ui_bodyClosed');
    case 'gone':
      return isFile ? t('ui_bodyNotInFile') : t('ui_bodyGone');
    case 'none':
      return whose === 'request' ? t('ui_bodyNoneSent') : t('ui_bodyNone');
    case 'parts':
      return t('ui_bodyParts');
    case 'other':
      return t('ui_bodyOther', body.mimeType || '?', formatSize(body.bytes, language()));
  }
}
