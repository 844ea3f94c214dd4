import { useComputed } from '@preact/signals';
import { now } from '../../store/clock.js';
import { urgency } from '../../format/countdown.js';
import { formatDuration } from '../../format/duration.js';
import { dateAndTime } from '../../format/format-time.js';
import { language, t } from '../../words/i18n.js';

/** Time left until an instant. The only thing that a tick of the clock draws again. */
export function Countdown({ endsAt }: { endsAt: number }) {
  const state = useComputed(() => urgency(endsAt, now.value));
  const text = useComputed(() =>
    state.value === 'ended'
      ? t('ui_ended')
      : formatDuration((endsAt - now.value) / 1000, language()),
  );
  return (
    <time
      class={`countdown ${state.value}`}
      dateTime={new Date(endsAt).toISOString()}
      title={dateAndTime(endsAt, language())}
    >
      {text}
    </time>
  );
}

/** When a credential ends: a countdown, or the word for an end that is no instant. */
export function Expiry({ expires, expiresAt }: { expires: string; expiresAt: string | null }) {
  if (expiresAt !== null) return <Countdown endsAt={Date.parse(expiresAt)} />;
  if (expires === 'session')
    return <span title={t('ui_endsSessionHint')}>{t('ui_endsSession')}</span>;
  if (expires === 'never') return <span class="countdown soon">{t('ui_endsNever')}</span>;
  return <span class="faint">{t('ui_endsUnknown')}</span>;
}
