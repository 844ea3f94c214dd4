import { label } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';

/** Marks the request that was a login, a logout, or at which the session was lost. */
export function MomentChips({ requestId }: { requestId: string }) {
  return (
    <>
      {useStore()
        .story.value.momentsOf(requestId)
        .map((moment) => (
          <span key={moment} class={`chip moment ${moment}`}>
            {label('moment', moment)}
          </span>
        ))}
    </>
  );
}
