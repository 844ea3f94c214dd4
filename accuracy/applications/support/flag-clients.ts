import { randomBytes, randomUUID } from 'node:crypto';

const url64 = (bytes: number) => randomBytes(bytes).toString('base64url');

/** What names a project to each maker: meant for the page. */
export const KEYS = {
  launch: randomBytes(12).toString('hex'),
  smith: url64(16).replaceAll(/[-_]/g, 'x'),
  leash: `default:production.${randomBytes(28).toString('hex')}`,
  optimum: url64(16).replaceAll(/[-_]/g, 'x'),
  growth: `sdk-${url64(12).replaceAll(/[-_]/g, 'x')}`,
};

type Origins = Record<keyof typeof KEYS, string>;

/** Asks all five, says when they have answered, and tells them what the visitor did. */
export function flagScript({ launch, smith, leash, optimum, growth }: Origins): string {
  return `
import * as LDClient from 'launchdarkly-js-client-sdk';
import flagsmith from 'flagsmith';
import { UnleashClient } from 'unleash-proxy-client';
import { createInstance, createPollingProjectConfigManager, createForwardingEventProcessor, createVuidManager } from '@optimizely/optimizely-sdk';
import { GrowthBook } from '@growthbook/growthbook';
let ready = 0;
const done = () => { document.querySelector('#flags').textContent = 'ready ' + ++ready; };
const post = (url, data) => fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(data), keepalive: true });
const acts = [];
const launched = LDClient.initialize('${KEYS.launch}', { kind: 'user', anonymous: true }, { baseUrl: '${launch}', eventsUrl: '${launch}', streamUrl: '${launch}', bootstrap: 'localStorage', streaming: false, flushInterval: 2000 });
launched.waitForInitialization(10).then(() => { launched.variation('new-header', false); done(); });
acts.push(() => { launched.track('cooked'); launched.flush(); });
flagsmith.init({ environmentID: '${KEYS.smith}', api: '${smith}/api/v1/', cacheFlags: true, enableAnalytics: true }).then(() => { flagsmith.hasFeature('banner'); done(); });
acts.push(() => flagsmith.setTrait('cooked', true).catch(() => undefined));
const unleash = new UnleashClient({ url: '${leash}/api/frontend', clientKey: '${KEYS.leash}', appName: 'recipes', metricsIntervalInitial: 1, refreshInterval: 0 });
unleash.on('ready', () => { unleash.isEnabled('timer'); done(); });
unleash.start();
acts.push(() => unleash.updateContext({ properties: { cooked: 'yes' } }));
const optimizely = createInstance({
  projectConfigManager: createPollingProjectConfigManager({ sdkKey: '${KEYS.optimum}', urlTemplate: '${optimum}/datafiles/%s.json', autoUpdate: false }),
  eventProcessor: createForwardingEventProcessor({ dispatchEvent: ({ params }) => post('${optimum}/v1/events', params).then(({ status }) => ({ statusCode: status })) }),
  vuidManager: createVuidManager({ enableVuid: true }),
});
optimizely.onReady({ timeout: 10000 }).then(() => { optimizely.createUserContext()?.decide('stars'); done(); });
acts.push(() => optimizely.createUserContext()?.trackEvent('cooked'));
const id = document.cookie.match(/gbuuid=([^;]+)/)?.[1] ?? '${randomUUID()}';
document.cookie = 'gbuuid=' + id + '; path=/; max-age=34560000; secure; samesite=lax';
const book = new GrowthBook({ apiHost: '${growth}', clientKey: '${KEYS.growth}', attributes: { id, url: location.href }, trackingCallback: ({ key }, { variationId }) => post('${growth}/events', { event: 'Experiment Viewed', key, variationId, attributes: { id } }) });
book.init({ timeout: 5000 }).then(() => { book.getFeatureValue('order', 'a'); done(); });
acts.push(() => post('${growth}/events', { event: 'cooked', attributes: { id } }));
document.querySelector('#cook').onclick = () => acts.forEach((act) => act());
`;
}
