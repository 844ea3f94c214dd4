import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ContentNode, EntryName } from '../../../messaging/views.js';
import { t, tn } from '../../words/i18n.js';
import { type JsonLine, jsonLines } from '../../format/json-lines.js';
import type { Secret } from '../../store/revealed-values.js';
import { useStore } from '../../store/store-context.js';
import { MaskedValue } from '../credential/masked-value.js';

interface Props {
  what: EntryName;
  secret: Secret;
  preview: string;
}

/** A stored value: JSON formatted, with the credentials in it marked where they stand. */
export function StoredValue({ what, secret, preview }: Props) {
  const { stored, revealed } = useStore();
  const isRevealed = revealed.get(secret) !== undefined;
  const shown = useSignal<JsonProps | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void stored.content(what, isRevealed).then((content) => {
      if (isCurrent) shown.value = content && { content, isRevealed };
    });
    return () => {
      isCurrent = false;
    };
  }, [secret.version, isRevealed]);
  return (
    <MaskedValue preview={preview} secret={secret}>
      {shown.value && <Json {...shown.value} />}
    </MaskedValue>
  );
}

interface JsonProps {
  content: ContentNode;
  /** As it was when it was asked for: what stands here is raw or is not. */
  isRevealed: boolean;
}

function Json({ content, isRevealed }: JsonProps) {
  return (
    <code class={isRevealed ? 'json raw' : 'json'} data-testid="value">
      {jsonLines(content).map((line, at) => (
        <Line key={at} {...line} />
      ))}
    </code>
  );
}

function Line({ depth, text, token, after, left }: JsonLine) {
  return (
    <span class="json-line" style={{ paddingInlineStart: `${depth * 2}ch` }}>
      {text}
      {token && <JsonToken {...token} />}
      {after}
      {left !== undefined && <span class="faint"> {tn('ui_jsonLeft', left)}</span>}
    </span>
  );
}

/** A credential in its place; leads to it. */
export function JsonToken({ text, credentialId }: NonNullable<JsonLine['token']>) {
  const { credentials, nav } = useStore();
  const name = credentials.value.get(credentialId)?.name;
  return (
    <button
      type="button"
      class="json-token"
      title={name === undefined ? t('ui_unknownCredential') : t('ui_jsonToken', name)}
      onClick={() => nav.openCredential(credentialId)}
    >
      {text}
    </button>
  );
}
