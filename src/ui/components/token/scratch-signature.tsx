import { type Signal, useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { t } from '../../words/i18n.js';
import { packed } from '../../jwt/json-text.js';
import { decodeScratch, type Scratch } from '../../jwt/scratch.js';
import { signWithKey } from '../../jwt/sign-with-key.js';
import { WHY_NOT, verificationWords } from '../../jwt/verification-words.js';
import { verifyWithKey } from '../../jwt/verify-with-key.js';

interface Props {
  scratch: Signal<Scratch>;
}

/** What came of the last press of a button, and of which token it speaks. */
interface Outcome {
  of: string;
  good: boolean;
  said: string;
}

/** Verifies and signs the token of the scratchpad with a key that is pasted, and kept nowhere. */
export function ScratchSignature({ scratch }: Props) {
  const field = useId();
  const pasted = useSignal('');
  const { encoded, header, isSigned, isEncrypted, faults } = scratch.value;
  const alg = algorithmOf(header);
  if (encoded === '' || isEncrypted || faults.encoded) return null;
  return (
    <section class="scratch-signature" aria-label={t('ui_sectionSignature')}>
      <p class={isSigned ? 'note' : 'weak-secret'}>
        {isSigned ? t('ui_scratchSigned', alg) : t('ui_scratchUnsigned')}
      </p>
      <label for={field}>{t('ui_keyPaste', alg)}</label>
      <textarea
        id={field}
        class="mono"
        rows={2}
        spellcheck={false}
        autocomplete="off"
        value={pasted.value}
        onInput={({ currentTarget }) => (pasted.value = currentTarget.value)}
      />
      <KeyButtons scratch={scratch} pasted={pasted} alg={alg} />
    </section>
  );
}

function KeyButtons({ scratch, pasted, alg }: Props & { pasted: Signal<string>; alg: string }) {
  const isBase64 = useSignal(false);
  const outcome = useSignal<Outcome | null>(null);
  const { encoded, isSigned, faults } = scratch.value;
  const isReady = pasted.value.trim() !== '' && !faults.header && !faults.claims;
  const take = (found: Outcome | null) => {
    if (found) outcome.value = found;
  };
  return (
    <p class="scratch-buttons">
      <button
        type="button"
        class="button"
        disabled={!isReady || !isSigned}
        onClick={() => void verify(encoded, pasted.value, alg).then(take)}
      >
        {t('ui_keyDoVerify')}
      </button>
      <button
        type="button"
        class="button"
        disabled={!isReady}
        onClick={() => void sign(scratch, pasted.value, isBase64.value, alg).then(take)}
      >
        {t('ui_scratchSign')}
      </button>
      {alg.startsWith('HS') && <Base64Secret isBase64={isBase64} />}
      <output class={outcome.value?.good ? 'verified' : 'refused'}>
        {outcome.value?.of === encoded && outcome.value.said}
      </output>
    </p>
  );
}

/** Whether what is pasted stands for bytes (RFC 4648). */
function Base64Secret({ isBase64 }: { isBase64: Signal<boolean> }) {
  return (
    <label>
      <input
        type="checkbox"
        checked={isBase64.value}
        onChange={({ currentTarget }) => (isBase64.value = currentTarget.checked)}
      />{' '}
      {t('ui_scratchBase64Secret')}
    </label>
  );
}

async function verify(encoded: string, pasted: string, alg: string): Promise<Outcome> {
  const found = await verifyWithKey(encoded, pasted);
  const said = verificationWords(found, alg);
  return { of: encoded, good: found.outcome === 'verified', said };
}

/** Puts the signed token in the place of the other; null where that was changed meanwhile. */
async function sign(
  scratch: Signal<Scratch>,
  pasted: string,
  isBase64: boolean,
  alg: string,
): Promise<Outcome | null> {
  const { encoded, header, claims } = scratch.peek();
  const signing = await signWithKey({ header, claims: packed(claims), pasted, isBase64 });
  if (scratch.peek().encoded !== encoded) return null;
  if ('why' in signing) return { of: encoded, good: false, said: t(WHY_NOT[signing.why], alg) };
  scratch.value = decodeScratch(signing.token);
  return { of: scratch.peek().encoded, good: true, said: t('ui_scratchSignedNow', alg) };
}

function algorithmOf(header: string): string {
  try {
    const { alg } = JSON.parse(header) as { alg?: unknown };
    return typeof alg === 'string' ? alg : '?';
  } catch {
    return '?';
  }
}
