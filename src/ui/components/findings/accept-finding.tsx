import { useSignal } from '@preact/signals';
import type { ReportFinding } from '../../../engine/report/report-finding.js';
import { t } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';

/** Accepts a finding with a reason, or shows why it was and takes that back. */
export function AcceptFinding({ finding }: { finding: ReportFinding }) {
  const { choices, options } = useStore();
  const asking = useSignal(false);
  if (finding.suppressed !== null) {
    return (
      <p class="accepted">
        <span class="chip chip-quiet">{t('ui_accepted')}</span> {finding.suppressed}{' '}
        <button
          type="button"
          class="link"
          disabled={options.isLocked('suppressions')}
          onClick={() => void choices.takeBack(finding)}
        >
          {t('ui_acceptUndo')}
        </button>
      </p>
    );
  }
  if (options.isLocked('suppressions')) return null;
  if (!asking.value) {
    return (
      <button type="button" class="link" onClick={() => (asking.value = true)}>
        {t('ui_accept')}
      </button>
    );
  }
  return <AcceptForm finding={finding} done={() => (asking.value = false)} />;
}

function AcceptForm({ finding, done }: { finding: ReportFinding; done: () => void }) {
  const { choices } = useStore();
  const reason = useSignal('');
  const everywhere = useSignal(false);
  const accept = async (event: Event) => {
    event.preventDefault();
    const said = reason.value.trim();
    if (said === '') return;
    await choices.accept(finding, said, everywhere.value);
    done();
  };
  return (
    <form class="accept" onSubmit={(event) => void accept(event)}>
      <label>
        {t('ui_acceptReason')}{' '}
        <input
          type="text"
          required
          maxLength={500}
          value={reason.value}
          onInput={({ currentTarget }) => (reason.value = currentTarget.value)}
        />
      </label>
      <label>
        <input
          type="checkbox"
          checked={everywhere.value}
          onChange={({ currentTarget }) => (everywhere.value = currentTarget.checked)}
        />{' '}
        {t('ui_acceptEverywhere', finding.about.site)}
      </label>
      <button type="submit" class="button">
        {t('ui_acceptConfirm')}
      </button>
      <button type="button" class="link" onClick={done}>
        {t('ui_cancel')}
      </button>
    </form>
  );
}
