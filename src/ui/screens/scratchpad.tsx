import { type Signal, useSignal } from '@preact/signals';
import { useId, useState } from 'preact/hooks';
import { JwtMembers } from '../components/token/jwt-members.js';
import { ScratchSignature } from '../components/token/scratch-signature.js';
import { t } from '../words/i18n.js';
import { claimMeaning, parameterMeaning } from '../jwt/meaning.js';
import {
  decodeScratch,
  newScratch,
  type Scratch,
  type ScratchFault,
  type ScratchPart,
  withPart,
} from '../jwt/scratch.js';
import { useStore } from '../store/store-context.js';

/**
 * A token to take apart, change and sign. It lives as long as this screen is shown, and only here.
 */
export function Scratchpad() {
  const { nav } = useStore();
  const [first] = useState(() => decodeScratch(nav.takeScratch()));
  const scratch = useSignal(first);
  return (
    <div class="scratchpad scroll">
      <h2>{t('ui_scratchpad')}</h2>
      <p class="note">{t('ui_scratchNote')}</p>
      <div class="scratch-sides">
        <Encoded scratch={scratch} />
        <div class="scratch-decoded">
          <Part scratch={scratch} part="header" name={t('ui_jwtHeader')} />
          <Part scratch={scratch} part="claims" name={t('ui_jwtClaims')} />
        </div>
      </div>
      <ScratchSignature scratch={scratch} />
      <Meanings scratch={scratch.value} />
    </div>
  );
}

interface SideProps {
  scratch: Signal<Scratch>;
}

function Encoded({ scratch }: SideProps) {
  const id = useId();
  const { encoded, faults, inner } = scratch.value;
  return (
    <div class="scratch-encoded">
      <label for={id}>{t('ui_scratchEncoded')}</label>
      <textarea
        id={id}
        class="mono"
        rows={8}
        spellcheck={false}
        autocomplete="off"
        placeholder={t('ui_scratchPaste')}
        value={encoded}
        {...faultProps(id, faults.encoded)}
        onInput={({ currentTarget }) => (scratch.value = decodeScratch(currentTarget.value))}
      />
      <Fault id={id} fault={faults.encoded} />
      <p class="scratch-buttons">
        <button type="button" class="button" onClick={() => (scratch.value = newScratch())}>
          {t('ui_scratchNew')}
        </button>
        {inner !== null && (
          <button
            type="button"
            class="button"
            onClick={() => (scratch.value = decodeScratch(inner))}
          >
            {t('ui_scratchInner')}
          </button>
        )}
      </p>
    </div>
  );
}

function Part({ scratch, part, name }: SideProps & { part: ScratchPart; name: string }) {
  const id = useId();
  const { [part]: text, faults, isEncrypted } = scratch.value;
  // Without its key nothing can be put into an encrypted token.
  if (isEncrypted && part === 'claims') return <p class="note">{t('ui_jwtEncrypted')}</p>;
  return (
    <div>
      <label for={id}>{name}</label>
      <textarea
        id={id}
        class={`mono ${part}`}
        rows={part === 'header' ? 4 : 6}
        spellcheck={false}
        autocomplete="off"
        readOnly={isEncrypted}
        value={text}
        {...faultProps(id, faults[part])}
        onInput={({ currentTarget }) =>
          (scratch.value = withPart(scratch.value, part, currentTarget.value))
        }
      />
      <Fault id={id} fault={faults[part]} />
    </div>
  );
}

const faultProps = (id: string, fault: ScratchFault | undefined) =>
  fault && ({ 'aria-invalid': true, 'aria-describedby': `${id}-fault` } as const);

const FAULTS = {
  form: 'ui_scratchForm',
  base64: 'ui_scratchBase64',
  utf8: 'ui_scratchUtf8',
  json: 'ui_scratchJson',
  object: 'ui_scratchObject',
} as const;

/** One line where it is wrong. */
function Fault({ id, fault }: { id: string; fault: ScratchFault | undefined }) {
  return (
    <p id={`${id}-fault`} class="scratch-fault" role="status">
      {fault && t(FAULTS[fault.why], ...('line' in fault ? [fault.line] : []))}
    </p>
  );
}

function Meanings({ scratch: { header, claims, isEncrypted } }: { scratch: Scratch }) {
  const [parameters, members] = [objectOf(header), objectOf(claims)];
  if (!parameters && !members) return null;
  return (
    <section class="scratch-meanings" aria-label={t('ui_scratchMeanings')}>
      {parameters && (
        <JwtMembers title={t('ui_jwtHeader')} members={parameters} meaningOf={parameterMeaning} />
      )}
      {members && !isEncrypted && (
        <JwtMembers title={t('ui_jwtClaims')} members={members} meaningOf={claimMeaning} />
      )}
    </section>
  );
}

function objectOf(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
