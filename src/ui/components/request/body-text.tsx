import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { BodyPart } from '../../../messaging/views.js';
import { type BodyLine, bodyLines, linesWith } from '../../format/body-lines.js';
import { formatNumber, t, tn } from '../../words/i18n.js';
import type { Shown } from '../../store/seen-bodies.js';
import { showInPane } from '../../page/within-pane.js';
import { CopyButton } from '../copy-button.js';
import { marked } from '../findings/found.js';
import { Icon } from '../icon.js';
import { JsonToken } from '../storage/stored-value.js';

interface Props {
  body: Extract<Shown, { view: unknown }>;
  revealed: boolean;
  reveal(): void;
  copy(): Promise<string | null>;
  close(): void;
}

/** A body in lines, its credentials marked in their places, and what is looked for in it. */
export function BodyText(props: Props) {
  const { body } = props;
  const { lines, more } = useMemo(() => bodyLines(body.view), [body.view]);
  const { current, place, ...find } = useFind(lines);
  return (
    <div class="seen-body">
      <Bar {...props}>
        <Find {...find} />
      </Bar>
      <code class={body.revealed ? 'json raw' : 'json'} ref={place}>
        {lines.map((line, at) => (
          <Line key={at} line={line} wanted={find.wanted.value} isCurrent={at === current} />
        ))}
      </code>
      {body.left > 0 && <p class="note">{tn('ui_bodyLeft', body.left)}</p>}
      {more > 0 && <p class="note">{tn('ui_bodyLinesLeft', more)}</p>}
    </div>
  );
}

/** What is looked for, the lines that have it, and the one of them that is shown. */
function useFind(lines: readonly BodyLine[]) {
  const wanted = useSignal('');
  const nth = useSignal(0);
  const found = useMemo(() => linesWith(lines, wanted.value), [lines, wanted.value]);
  const current = found[nth.value % Math.max(1, found.length)];
  const place = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const line = current === undefined ? null : place.current?.children[current];
    if (line) showInPane(line as HTMLElement);
  }, [current]);
  return { wanted, nth, found, current, place };
}

interface BarProps extends Props {
  /** Stands between what is done to the body and what is said of it. */
  children: ComponentChildren;
}

function Bar({ body, revealed, reveal, copy, close, children }: BarProps) {
  const action = revealed ? t('ui_bodyMask') : t('ui_bodyReveal');
  const mimeType = body.mimeType.split(';', 1)[0];
  return (
    <p class="body-bar">
      <button
        type="button"
        class="icon-button"
        aria-label={action}
        aria-pressed={revealed}
        title={action}
        onClick={reveal}
      >
        <Icon name={revealed ? 'hide' : 'show'} />
      </button>
      <CopyButton name={t('ui_bodyCopy')} text={copy} />
      {children}
      <span class="note">
        {[mimeType, tn('ui_characters', body.length)].filter(Boolean).join(' · ')}
      </span>
      <button type="button" class="link" onClick={close}>
        {t('ui_bodyHide')}
      </button>
    </p>
  );
}

interface FindProps {
  wanted: { value: string };
  nth: { value: number };
  found: readonly number[];
}

/** Enter goes to the next line that has it, with Shift to the one before; Escape forgets it. */
function Find({ wanted, nth, found }: FindProps) {
  const step = (by: number) => {
    if (found.length > 0) nth.value = (nth.value + by + found.length) % found.length;
  };
  return (
    <span class="body-find">
      <input
        type="search"
        aria-label={t('ui_bodyFind')}
        placeholder={t('ui_bodyFind')}
        value={wanted.value}
        onInput={(event) => {
          wanted.value = event.currentTarget.value;
          nth.value = 0;
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape' && wanted.value !== '') wanted.value = '';
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span class="note" role="status">
        {wanted.value !== '' &&
          (found.length === 0
            ? t('ui_bodyNotFound')
            : t('ui_bodyFound', formatNumber(nth.value + 1), formatNumber(found.length)))}
      </span>
    </span>
  );
}

interface LineProps {
  line: BodyLine;
  wanted: string;
  isCurrent: boolean;
}

function Line({ line: { depth, parts, left }, wanted, isCurrent }: LineProps) {
  const needles = wanted === '' ? [] : [wanted.toLowerCase()];
  return (
    <span
      class={isCurrent ? 'json-line current' : 'json-line'}
      style={{ paddingInlineStart: `${depth * 2}ch` }}
    >
      {parts.map((part, at) => (
        <Part key={at} part={part} needles={needles} />
      ))}
      {left !== undefined && <span class="faint"> {tn('ui_jsonLeft', left)}</span>}
      {parts.length === 0 && '\u00a0'}
    </span>
  );
}

function Part({ part: { text, credentialId }, needles }: { part: BodyPart; needles: string[] }) {
  if (credentialId === undefined) return <>{marked(text, needles)}</>;
  return <JsonToken text={text} credentialId={credentialId} />;
}
