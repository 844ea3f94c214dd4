import { label } from '../i18n.js';
import { useStore } from '../store-context.js';

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
