import { useId } from 'preact/hooks';
import { CAPTURES } from '../../../messaging/options.js';
import { label, t } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';
import { AllowedSites } from './allowed-sites.js';
import { Lockable } from '../lockable.js';

/** Which tabs and sites are recorded. */
export function CaptureChoice() {
  const { options } = useStore();
  const group = useId();
  const { capture } = options.now;
  return (
    <>
      <Lockable name="capture">
        <ul class="choices" role="radiogroup" aria-label={t('ui_capture')}>
          {CAPTURES.map((each) => (
            <li key={each} role="presentation">
              <label>
                <input
                  type="radio"
                  name={group}
                  value={each}
                  checked={capture === each}
                  onChange={() => void options.choose({ capture: each })}
                />{' '}
                {label('capture', each)}
                <span class="note">{label('captureHint', each)}</span>
              </label>
            </li>
          ))}
        </ul>
      </Lockable>
      {capture === 'allowed' && (
        <Lockable name="sites">
          <AllowedSites />
        </Lockable>
      )}
    </>
  );
}
