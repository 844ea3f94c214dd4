import type { Page } from 'puppeteer-core';
import type { Site } from './site.js';

// Parts of a site that several cases change.

export function keptInCaches(policy: string): Partial<Site> {
  return {
    more: (app, user) => {
      app.get('/account', (request, response, next) => {
        if (user(request)) response.set('cache-control', policy);
        next();
      });
    },
  };
}

export function linkTo(query: string): Partial<Site> {
  return { account: `<a id="next" href="/account${query}">Next</a>` };
}

export async function follow(page: Page): Promise<void> {
  const press = (link: Element) => (link as HTMLElement).click();
  await Promise.all([page.waitForNavigation(), page.$eval('#next', press)]);
}

export function savedBy(field: string): Partial<Site> {
  return {
    account:
      `<form id="save" method="post" action="/save">${field}<input name="city" ` +
      'value="Rome"></form>',
    more: (app, user) => {
      app.post('/save', (request, response) => {
        if (!user(request)) return void response.status(403).end();
        response.redirect(303, '/account');
      });
    },
  };
}
