import browser from 'webextension-polyfill';

// The path is absolute: Firefox resolves it against the present page.
void browser.devtools.panels.create('Credtrail', '/icons/32.png', '/devtools/panel.html');
