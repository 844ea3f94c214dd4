import { siteHost } from '../../format/site-host.js';
import { type Destination, destinationsOf, isForeign } from '../../lists/destinations.js';
import { markOf } from '../../lists/request-mark.js';
import { useStore } from '../../store/store-context.js';
import { formatNumber, label, t } from '../../words/i18n.js';
import { showSection } from '../section.js';

/** So many destinations are named; the trail has all of them. */
const NAMED = 4;

/** Where a credential was sent, and beside it what it was exposed to there. */
export function Goes({ id }: { id: string }) {
  const destinations = destinationsOf(useStore().story.value.trails.get(id) ?? []);
  if (destinations.length === 0) return <span class="faint">{t('ui_glanceNowhere')}</span>;
  const more = destinations.length - NAMED;
  return (
    <>
      {destinations.slice(0, NAMED).map((one) => (
        <span class="some" key={one.origin}>
          <Goal destination={one} />
        </span>
      ))}
      {more > 0 && (
        <button
          type="button"
          class="link"
          onClick={({ currentTarget }) => showSection(currentTarget, 'trail')}
        >
          {t('ui_andMore', formatNumber(more))}
        </button>
      )}
    </>
  );
}

/** One of them, with the way to the request that shows it. */
function Goal({ destination }: { destination: Destination }) {
  const { nav } = useStore();
  const { origin, count, exposures, step } = destination;
  const { exchange } = step;
  const host = siteHost(origin) ?? origin;
  return (
    <>
      {exchange ? (
        <button
          type="button"
          class="link mono"
          title={origin}
          onClick={() => nav.openRequest(exchange.id, markOf(step))}
        >
          {host}
        </button>
      ) : (
        <span class="mono">{host}</span>
      )}
      {count > 1 && <span class="faint"> ×{formatNumber(count)}</span>}
      {exposures.length > 0 && (
        <span class={isForeign(destination) ? 'exposure foreign' : 'exposure'}>
          {' '}
          ({exposures.map((one) => label('exposure', one)).join(', ')})
        </span>
      )}
    </>
  );
}
