import type { Credential } from '../model.js';
import { parseUrl } from '../normalize/addresses/site.js';
import { text } from '../text.js';
import { tellWord } from '../values/telling/redact.js';
import type { Cue } from './cue.js';

/**
 * Services that pages of others ask for what everybody may read, with a key that those pages show:
 * content, maps, searches, pictures. Host, where the key stands, service; each documents such keys
 * as public, or for browsers.
 */
const PAGE_SERVICES: readonly (readonly [host: RegExp, place: RegExp, service: string])[] = [
  [
    /^(?:cdn|graphql|images)\.(?:eu\.)?contentful\.com$/,
    /^(?:access_token|authorization)$/i,
    'Contentful',
  ],
  [/^graphql\.datocms\.com$/, /^authorization$/i, 'DatoCMS'],
  [/^api(?:-\w{2})?\.storyblok\.com$/, /^token$/, 'Storyblok'],
  [/\.cdn\.prismic\.io$/, /^access_token$/, 'Prismic'],
  [/^api\.buttercms\.com$/, /^auth_token$/, 'ButterCMS'],
  [/^api\.cosmicjs\.com$/, /^read_key$/, 'Cosmic'],
  [/^cdn\.builder\.io$/, /^apikey$/i, 'Builder.io'],
  [/^deliver\.kontent\.ai$/, /^authorization$/i, 'Kontent.ai'],
  [/\.algolia(?:net\.com|\.net)$/, /^x-algolia-api-key$/i, 'Algolia'],
  [/\.typesense\.net$/, /^x-typesense-api-key$/i, 'Typesense'],
  [/\.meilisearch\.io$/, /^authorization$/i, 'Meilisearch'],
  [/(?:^|\.)(?:ion\.)?cesium\.com$/, /^(?:access_token|authorization)$/i, 'Cesium ion'],
  [/\.hereapi\.com$/, /^apikey$/i, 'HERE'],
  [/^tile\.thunderforest\.com$/, /^apikey$/i, 'Thunderforest'],
  [/^tiles?\.stadiamaps\.com$/, /^api_key$/, 'Stadia Maps'],
  [/^tile\.jawg\.io$/, /^access-token$/, 'Jawg'],
  [/^api\.giphy\.com$/, /^api_key$/, 'GIPHY'],
  [/^api\.unsplash\.com$/, /^(?:client_id|authorization)$/i, 'Unsplash'],
  [/^api\.themoviedb\.org$/, /^(?:api_key|authorization)$/i, 'TMDB'],
  [/^api\.openweathermap\.org$/, /^appid$/i, 'OpenWeather'],
];

/** The service that alone was sent it, as its key for pages; undefined: none. */
export function pageServiceOf({ sightings }: Credential): string | undefined {
  const uses = sightings.map(({ direction, origin, locator }) => {
    const host = direction === 'sent' ? parseUrl(origin)?.hostname : undefined;
    return { host: host ?? '', locator };
  });
  if (uses.length === 0) return undefined;
  const isOf = (host: RegExp, place: RegExp) =>
    uses.every((use) => host.test(use.host) && place.test(use.locator));
  return PAGE_SERVICES.find(([host, place]) => isOf(host, place))?.[2];
}

/** Evidence that such a service, and nobody else, is sent it. */
export function pageServiceCue(credential: Credential): Cue | undefined {
  const service = pageServiceOf(credential);
  if (service === undefined) return undefined;
  return {
    role: 'api-key',
    weight: 0.95,
    text: text(
      'evidence_page_service',
      'only {service} is sent it, which takes keys from pages that show them to everybody: it is ' +
        'no secret',
      { service: tellWord(service) },
    ),
  };
}
