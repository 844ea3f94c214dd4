import { describe, expect, it } from 'vitest';
import { isOfService } from '../../../src/engine/roles/service-names.js';

describe('the name of a cookie', () => {
  it.each(['__cf_bm', '_abck', 'AWSALB', 'datadome', 'OptanonConsent'])(
    '%s is a service’s',
    (name) => expect(isOfService(name)).toBe(true),
  );

  it.each(['PHPSESSID', 'DSID', 'uid', 'device_id', 'shop'])('%s may be a site’s', (name) =>
    expect(isOfService(name)).toBe(false),
  );
});
